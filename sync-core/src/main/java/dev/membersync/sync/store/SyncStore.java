package dev.membersync.sync.store;

import java.util.function.Function;

/**
 * What a synchronisation remembers: one transactional store. Thread-safe.
 *
 * <p>A transaction is short and never spans a remote call. When it returns, everything in it is durable; when it throws,
 * nothing of it is. Queries answer in the order they state, so that two runs over the same state do the same; texts are
 * ordered by their UTF-8 bytes. Times are kept to the microsecond.
 */
public interface SyncStore extends AutoCloseable {
    /**
     * Runs work on the rows of one scope in one transaction, once. It takes turns with every transaction of the same {@link
     * Scope#account()}, those of other processes included, and with those without an account. One without an account, which
     * is the empty text, is alone: no other transaction of the store runs meanwhile. Those of different accounts may run at
     * the same time; they share only {@link Tx#meta()} and {@link Tx#tombstones()}, which stay as they are while the work
     * runs unless another account writes them. So whoever reads there to decide what to write there does both in a
     * transaction without an account. Once a part has thrown a {@link StoreException} the
     * transaction cannot be kept any more, even when the work catches it. The parts are of use only inside of the work and
     * on its thread; the work must not start another transaction of the same store.
     *
     * @throws StoreException when the store fails; the work has had no effect
     */
    <T> T inTransaction(Scope scope, Function<Tx, T> work);

    /**
     * A view of this store that takes writes and forgets them when it is closed. One overlay at a time; while it is open
     * the store itself takes no writes: they fail with a {@link StoreException}, reads go on. An overlay takes no overlay
     * of its own.
     *
     * @throws StoreException when an overlay is open already
     */
    SyncStore overlay();

    /**
     * As {@link #overlay()}, to work on about so many members at most: where they and the store are few, a store that is
     * elsewhere may give a copy in memory, which costs a way there and back only once.
     */
    default SyncStore overlay(long members) {
        return overlay();
    }

    /**
     * How often the store came back, since it was opened, from a place that may not have all that this process was told is
     * durable: a database that failed over, was restored or was exchanged. What was read before such a moment may not be in
     * it any more. It changes only while a transaction begins; a store that cannot lose anything so answers 0.
     */
    default long lapses() {
        return 0;
    }

    /** Where it is, for people; never a credential. */
    String description();

    @Override
    void close();

    /**
     * The parts of the store, all of them in one transaction and one scope; {@link #meta()} and {@link #tombstones()} are
     * shared by all scopes.
     */
    interface Tx {
        /** Members as last observed. */
        Members members();

        /** Tickets as last observed. */
        Tickets tickets();

        /** Members and their tickets. */
        Links links();

        /** Creates under way. */
        Intents intents();

        /** Members to look at. */
        Work work();

        /** How far feeds were read. */
        Cursors cursors();

        /** Questions for people. */
        Reviews reviews();

        /** Work that was given up. */
        DeadLetters deadLetters();

        /** What went wrong and wants somebody to act. */
        Incidents incidents();

        /** What is known about money. */
        Payments payments();

        /** Every write at a vendor. */
        Audit audit();

        /** Who must not come back. */
        Tombstones tombstones();

        /** Facts about the store itself. */
        Meta meta();
    }
}
