package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.Block;
import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.ListUpdate;
import dev.membersync.eventops.ticket.Revocation;
import dev.membersync.eventops.ticket.TicketList;
import java.util.Optional;

/**
 * What an offline gate decides with. Immutable; each update makes another.
 *
 * @param revocations tickets that count no more
 * @param blocks tickets that are kept out for now
 * @param snapshot what the books say; empty for level 0, which knows signatures, windows and lists alone
 */
public record OfflineData(TicketList<Revocation> revocations, TicketList<Block> blocks, Optional<Snapshot> snapshot) {
    /** Nothing yet: the lists are stale and there is no snapshot. */
    public static OfflineData none(String event) {
        return new OfflineData(
                TicketList.empty(ListKind.REVOCATIONS, event),
                TicketList.empty(ListKind.BLOCKS, event),
                Optional.empty());
    }

    /** With another snapshot. */
    public OfflineData with(Snapshot fresh) {
        return new OfflineData(revocations, blocks, Optional.of(fresh));
    }

    /** With news of the list of revocations, which was read and found genuine. */
    public OfflineData withRevocations(ListUpdate<Revocation> update) {
        return new OfflineData(revocations.apply(update), blocks, snapshot);
    }

    /** With news of the list of blocks, which was read and found genuine. */
    public OfflineData withBlocks(ListUpdate<Block> update) {
        return new OfflineData(revocations, blocks.apply(update), snapshot);
    }

    /** Without the snapshot, as after its end or on a wipe. */
    public OfflineData wiped() {
        return new OfflineData(revocations, blocks, Optional.empty());
    }
}
