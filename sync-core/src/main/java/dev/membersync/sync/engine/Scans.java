package dev.membersync.sync.engine;

/**
 * What the ticket scan of a run found.
 *
 * @param ticketGeneration its number
 * @param ticketsComplete true when it saw every ticket there is: only then may a registration be made
 * @param absenceCounts true when a ticket that it did not see may be gone
 */
record Scans(long ticketGeneration, boolean ticketsComplete, boolean absenceCounts) {
    /** Before the scan: nothing may be made, and nothing is missing. */
    static final Scans NONE = new Scans(0, false, false);
}
