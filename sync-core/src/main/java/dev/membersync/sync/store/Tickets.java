package dev.membersync.sync.store;

import dev.membersync.sync.record.TicketRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tickets as last observed. */
public interface Tickets {
    /**
     * Merges sightings into the rows of their tickets, found by any of their names; makes a row for a new one. When a
     * sighting shows that two rows are one ticket, they become one: the linked row stays, else the one with the lower
     * number; what was seen in the later scan wins, the other fills the gaps. The number of a row that went is never given
     * again.
     *
     * <p>The ticket id is the identity: rows with different ticket ids are never one ticket. A barcode or attendee id
     * that is seen on another ticket than before moves there, and a new one of the same ticket replaces the old.
     *
     * <p>A ticket of which no read has said so is live and of unknown age; the generation of a row never falls.
     *
     * @return the merged rows as they are after the last sighting, in the order of the sightings
     * @throws StoreException when a sighting joins two rows that are both linked
     */
    List<TicketRow> save(List<TicketSighting> sightings);

    /** The rows with these numbers. */
    Map<Long, TicketRow> find(Collection<Long> rows);

    /** The row of this ticket, by any of its names. */
    Optional<TicketRow> find(TicketRef ref);

    /** The rows of these tickets, each by any of its names; tickets that have none are left out. */
    default Map<TicketRef, TicketRow> byRef(Collection<TicketRef> refs) {
        Map<TicketRef, TicketRow> rows = new HashMap<>();
        refs.forEach(ref -> find(ref).ifPresent(row -> rows.put(ref, row)));
        return rows;
    }

    /** Live tickets that carry this member's tag, oldest first. */
    List<TicketRow> tagged(String userId);

    /** Those of these members whose tag a live ticket without a link carries that a scan since this generation has seen. */
    Set<String> strays(Collection<String> userIds, long generation);

    /** Live tickets whose holder has this address and that carry no tag, oldest first. */
    List<TicketRow> untaggedWithEmail(long emailKey);

    /** Live tickets without link, tag or detail read, by row number. */
    List<TicketRow> unexamined(long afterRow, int limit);

    /** Live tickets with a live link that no scan since this generation has seen, by row number. */
    List<TicketRow> linkedUnseenSince(long generation, long afterRow, int limit);

    /** Live tickets without a link, by row number. */
    List<TicketRow> unlinked(long afterRow, int limit);

    /** Marks a ticket as read in detail. */
    void examined(long row);

    /** The highest number that a row has; 0 when there is none. */
    long newest();

    /** How many tickets the scan with this number saw. */
    long countSeenIn(long generation);

    /** How many live tickets carry a tag of ours. */
    long countTagged();
}
