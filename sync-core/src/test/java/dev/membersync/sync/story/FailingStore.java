package dev.membersync.sync.story;

import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.StoreException;
import dev.membersync.sync.store.SyncStore;
import java.util.function.Function;

/** A store on a disk that becomes full. */
final class FailingStore implements SyncStore {
    private final SyncStore healthy;
    private int left = Integer.MAX_VALUE;

    FailingStore(SyncStore healthy) {
        this.healthy = healthy;
    }

    void failAfter(int transactions) {
        left = transactions;
    }

    void heal() {
        left = Integer.MAX_VALUE;
    }

    @Override
    public <T> T inTransaction(Scope scope, Function<Tx, T> work) {
        if (left <= 0) {
            throw new StoreException("the disk is full; free some space");
        }
        left--;
        return healthy.inTransaction(scope, work);
    }

    @Override
    public SyncStore overlay() {
        return healthy.overlay();
    }

    @Override
    public String description() {
        return "failing " + healthy.description();
    }

    @Override
    public void close() {
        healthy.close();
    }
}
