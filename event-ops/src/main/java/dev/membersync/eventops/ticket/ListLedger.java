package dev.membersync.eventops.ticket;

import java.time.Instant;

/** Where the issuer keeps its lists. Must be safe for several threads, and processes if there are several. */
public interface ListLedger {
    /**
     * Puts an entry on a list. When it {@link ListEntry#replaces} what the list says of its serial, or is the first of
     * it, the list's version goes up by one; otherwise nothing changes.
     *
     * @param kind which list
     * @param eventId of which event
     * @param entry what to say
     * @param <E> what the list says of a serial
     */
    <E extends ListEntry> void put(ListKind<E> kind, String eventId, E entry);

    /**
     * What changed after a version, lifted blocks included; the whole list when the version is one that the ledger has
     * not reached.
     *
     * @param kind which list
     * @param eventId of which event
     * @param version what the gate knows; 0 for nothing
     * @param asOf the time to write on it, taken before the call
     * @param <E> what the list says of a serial
     */
    <E extends ListEntry> ListUpdate<E> since(ListKind<E> kind, String eventId, long version, Instant asOf);
}
