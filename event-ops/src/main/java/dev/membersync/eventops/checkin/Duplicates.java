package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.Revocation;
import dev.membersync.eventops.ticket.RevocationReason;
import dev.membersync.sync.record.TicketRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ticket of a registration by its names. Lists that show different names of one registration may have made two
 * tickets of it; as soon as one row shows both names, one ticket stays (one that was used, else the older) and the other
 * counts no more: two codes would let two people in.
 */
final class Duplicates {
    private Duplicates() {}

    static Optional<IssuedTicket> find(CheckInStore.Tx tx, TicketRef names, Instant now) {
        List<IssuedTicket> all = Stream.of(names.ticketId(), names.barcode(), names.attendeeId())
                .filter(Objects::nonNull)
                .flatMap(name -> tx.issued().named(name).stream())
                .filter(isOf(names))
                .distinct()
                .sorted(Comparator.comparing((IssuedTicket ticket) -> !isUsed(tx, ticket))
                        .thenComparing(IssuedTicket::issuedAt)
                        .thenComparing(IssuedTicket::serial))
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        all.stream().skip(1).forEach(ticket -> dissolve(tx, ticket, now));
        TicketRef merged = all.stream().map(IssuedTicket::names).reduce(names, TicketRef::merge);
        IssuedTicket kept = all.get(0);
        if (kept.names().equals(merged)) {
            return Optional.of(kept);
        }
        IssuedTicket named = kept.named(merged);
        tx.issued().put(named);
        return Optional.of(named);
    }

    /** An order id may be equal to a ticket id of somebody else. */
    private static Predicate<IssuedTicket> isOf(TicketRef names) {
        return ticket -> same(names.ticketId(), ticket.names().ticketId())
                || same(names.barcode(), ticket.names().barcode())
                || same(names.attendeeId(), ticket.names().attendeeId());
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }

    private static boolean isUsed(CheckInStore.Tx tx, IssuedTicket ticket) {
        return tx.admissions().find(ticket.serial()).flatMap(Attendance::first).isPresent();
    }

    private static void dissolve(CheckInStore.Tx tx, IssuedTicket ticket, Instant now) {
        if (!ticket.holding().isCanceled()) {
            tx.lists().put(ListKind.REVOCATIONS, Revocation.of(ticket.body(), RevocationReason.REISSUE, now));
        }
        TicketRef nobody = new TicketRef("void " + ticket.serial().hex(), null, null, null);
        tx.issued().put(ticket.named(nobody).with(ticket.holding().canceled(true)));
    }
}
