package dev.membersync.client.policy;

import dev.membersync.client.time.Time;

/**
 * Where the processes that use a credential keep count of its calls together: one page for each credential, which they
 * write one after the other. Safe for use by many threads and processes.
 *
 * <p>A page is bytes that only the budgets understand; they hold no secret and nothing about people. It need not survive
 * a crash of the place where it is kept, as long as the epoch tells of it.
 */
public interface RateLedger {
    /**
     * Writes the page of a credential, alone: no other entry on that page begins before this one is kept, those of other
     * processes included. Nothing is kept when it throws.
     *
     * @param credential a name of the credential that gives nothing of it away
     * @throws RuntimeException when the page could not be read or kept; the message says why and holds no secret
     */
    void write(String credential, Entry entry);

    /** What is done to a page; it has no other effect that lasts, as it may be called again. */
    @FunctionalInterface
    interface Entry {
        /**
         * The new page.
         *
         * @param page what was kept last; empty when nothing was
         * @param nanos the ledger's own clock, read after the page became ours; the clocks of its users are never compared
         * @param epoch a text that changes when entries which were kept may have been lost since, as by a crash
         */
        byte[] write(byte[] page, long nanos, String epoch);
    }

    /** A ledger for the budgets of one process, which ends with it. */
    static RateLedger inMemory(Time time) {
        return new MemoryLedger(time);
    }
}
