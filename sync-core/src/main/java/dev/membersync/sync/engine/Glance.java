package dev.membersync.sync.engine;

import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.StoreException;
import dev.membersync.sync.store.SyncStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A look at a store: each transaction sees what is committed and forgets what it writes when it ends. Unlike an overlay it
 * keeps nobody from writing meanwhile, so a person may look while the engine runs live; what needs its own earlier writes
 * needs an overlay.
 */
final class Glance implements SyncStore {
    private final SyncStore real;

    Glance(SyncStore real) {
        this.real = real;
    }

    /** Ends a transaction that is not to be kept; no failure, and nobody else sees it. */
    private static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Over() {
            super("", null, false, false);
        }
    }

    @Override
    public <T> T inTransaction(Scope scope, Function<Tx, T> work) {
        List<T> seen = new ArrayList<>(1);
        try {
            real.inTransaction(scope, tx -> {
                seen.add(work.apply(tx));
                throw new Over();
            });
        } catch (Over forgotten) {
            return seen.get(0);
        }
        throw new StoreException(description() + " kept a transaction that failed");
    }

    @Override
    public SyncStore overlay() {
        throw new StoreException("a glance takes no overlay");
    }

    @Override
    public long lapses() {
        return real.lapses();
    }

    @Override
    public String description() {
        return real.description();
    }

    /** The store is somebody else's. */
    @Override
    public void close() {}
}
