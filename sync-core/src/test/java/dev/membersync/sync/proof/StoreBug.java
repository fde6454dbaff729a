package dev.membersync.sync.proof;

import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.SyncStore;
import dev.membersync.sync.store.SyncStore.Tx;
import java.util.function.Function;

/** A mistake that shows in what a transaction does. One object is one story: what it remembers survives crashes. */
abstract class StoreBug implements Variation {
    /** The transaction as the mistake makes it. */
    abstract Tx wrong(Tx real, Sim sim);

    @Override
    public SyncStore store(SyncStore real, Sim sim) {
        return Changed.in(SyncStore.class, real, new Transactions(this, real, sim));
    }

    /** Where all transactions begin. */
    private record Transactions(StoreBug bug, SyncStore real, Sim sim) {
        @SuppressWarnings("unused") // called through the proxy
        <T> T inTransaction(Scope scope, Function<Tx, T> work) {
            return real.inTransaction(scope, tx -> work.apply(bug.wrong(tx, sim)));
        }
    }
}
