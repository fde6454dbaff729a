package dev.membersync.sync.store;

import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.record.TicketRef;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How what is known of a ticket and what a read shows of it become one row. Pure; shared by all stores. */
final class TicketMerge {
    /** Oldest ticket first. */
    static final Comparator<TicketRow> BY_AGE =
            Comparator.comparingLong(TicketRow::age).thenComparingLong(TicketRow::row);

    private TicketMerge() {}

    /**
     * Those of the rows that are the ticket itself. Rows with another ticket id are other tickets, whatever else they
     * share: the ticket id is the identity, the other names are aliases.
     *
     * @param found the rows that have one of the names, the row with the ticket id first, then by barcode
     */
    static List<TicketRow> same(TicketRef ref, List<TicketRow> found) {
        String identity = ref.ticketId() != null
                ? ref.ticketId()
                : found.stream()
                        .map(row -> row.ref().ticketId())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return found.stream()
                .filter(row -> identity == null
                        || row.ref().ticketId() == null
                        || identity.equals(row.ref().ticketId()))
                .toList();
    }

    static TicketRow oldestRow(List<TicketRow> rows) {
        return rows.stream().min(Comparator.comparingLong(TicketRow::row)).orElseThrow();
    }

    /** The row of a ticket that was never seen before. */
    static TicketRow fresh(long row, TicketSighting seen) {
        TicketRow blank = new TicketRow(
                row,
                seen.ref(),
                Access.LIVE,
                Map.of(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Long.MAX_VALUE,
                seen.generation(),
                false);
        return sighted(blank, seen);
    }

    /** The row after a sighting: what it shows wins, what it does not show stays. */
    static TicketRow sighted(TicketRow row, TicketSighting seen) {
        return new TicketRow(
                row.row(),
                seen.ref().merge(row.ref()),
                seen.access().orElse(row.access()),
                over(row.marks(), seen.marks()),
                seen.emailKey().isPresent() ? seen.emailKey() : row.emailKey(),
                seen.nameKey().isPresent() ? seen.nameKey() : row.nameKey(),
                seen.ticketTypeId().or(row::ticketTypeId),
                seen.tag().or(row::tag),
                seen.age().orElse(row.age()),
                Math.max(seen.generation(), row.generation()),
                row.detailed());
    }

    /** Two rows that turned out to be one ticket: the one that was seen later wins, the other one fills the gaps. */
    static TicketRow join(TicketRow kept, TicketRow absorbed) {
        boolean keptIsNewer = kept.generation() >= absorbed.generation();
        TicketRow newer = keptIsNewer ? kept : absorbed;
        TicketRow older = keptIsNewer ? absorbed : kept;
        return new TicketRow(
                kept.row(),
                newer.ref().merge(older.ref()),
                newer.access(),
                over(older.marks(), newer.marks()),
                newer.emailKey().isPresent() ? newer.emailKey() : older.emailKey(),
                newer.nameKey().isPresent() ? newer.nameKey() : older.nameKey(),
                newer.ticketTypeId().or(older::ticketTypeId),
                newer.tag().or(older::tag),
                Math.min(kept.age(), absorbed.age()),
                newer.generation(),
                kept.detailed() || absorbed.detailed());
    }

    /** The row of another ticket without the aliases that were now seen on this one. */
    static TicketRow without(TicketRow other, TicketRef taken) {
        TicketRef ref = other.ref();
        TicketRef left = new TicketRef(
                ref.ticketId(),
                unless(ref.barcode(), taken.barcode()),
                unless(ref.attendeeId(), taken.attendeeId()),
                ref.orderId());
        return withRef(other, left);
    }

    static TicketRow examined(TicketRow row) {
        return new TicketRow(
                row.row(),
                row.ref(),
                row.access(),
                row.marks(),
                row.emailKey(),
                row.nameKey(),
                row.ticketTypeId(),
                row.tag(),
                row.age(),
                row.generation(),
                true);
    }

    /** The row without what was made with the store's key. */
    static TicketRow unmarked(TicketRow row) {
        return new TicketRow(
                row.row(),
                row.ref(),
                row.access(),
                Map.of(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                row.ticketTypeId(),
                row.tag(),
                row.age(),
                row.generation(),
                row.detailed());
    }

    private static TicketRow withRef(TicketRow row, TicketRef ref) {
        return new TicketRow(
                row.row(),
                ref,
                row.access(),
                row.marks(),
                row.emailKey(),
                row.nameKey(),
                row.ticketTypeId(),
                row.tag(),
                row.age(),
                row.generation(),
                row.detailed());
    }

    private static @Nullable String unless(@Nullable String alias, @Nullable String taken) {
        return alias == null || alias.equals(taken) ? null : alias;
    }

    private static Map<String, Mark> over(Map<String, Mark> known, Map<String, Mark> shown) {
        Map<String, Mark> marks = new HashMap<>(known);
        shown.forEach((field, mark) -> {
            if (!mark.isUnseen()) {
                marks.put(field, mark);
            }
        });
        return marks;
    }
}
