package dev.membersync.eventops.privacy;

import java.util.List;
import java.util.function.Function;

/** What is remembered of erasures. Thread-safe. */
public interface ErasureBooks {
    /**
     * Runs work in one transaction: when it returns, everything in it is durable; when it throws, nothing of it is. The work
     * must not start another one.
     */
    <T> T inTransaction(Function<Tx, T> work);

    /** The parts in one transaction. */
    interface Tx {
        /** Writes an erasure; one with the same id is replaced. */
        void put(Erasure erasure);

        /** Erasures that are under way, in the order of their requests. */
        List<Erasure> open();

        /** Writes a ticket of an erasure; one with the same names is replaced. */
        void put(String id, ErasureTicket ticket);

        /** The tickets of an erasure. */
        List<ErasureTicket> tickets(String id);

        /** Adds what a system came to. */
        void add(String id, SystemResult result);

        /** What the systems came to, in the order of their steps. */
        List<SystemResult> results(String id);

        /** Forgets an erasure with its tickets and results. */
        void close(String id);

        /** Adds a receipt. */
        void add(Receipt receipt);

        /** All receipts, by number. */
        List<Receipt> receipts();
    }
}
