package dev.membersync.sync.mirror;

import dev.membersync.sync.adapter.PaymentSighting;
import dev.membersync.sync.adapter.Tag;
import dev.membersync.sync.payment.PaymentRow;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the member who paid: the system says so, or the link of a ticket of the order does, or our tag in its note. An
 * address alone never does: that a buyer has the address of a member says nothing about whose money it is.
 */
final class Payer {
    private final PaymentParts parts;

    Payer(PaymentParts parts) {
        this.parts = parts;
    }

    /** The members; none, or one, or several that the tickets of the order are linked to. */
    Set<String> of(PaymentSighting seen) {
        if (seen.member().isPresent()) {
            return Set.of(seen.member().get());
        }
        Set<String> members = new TreeSet<>();
        for (Scope scope : parts.linked()) {
            members.addAll(parts.store().inTransaction(scope, tx -> linked(tx, seen.tickets())));
        }
        return members.isEmpty() ? Tag.userId(seen.note()).map(Set::of).orElse(Set.of()) : members;
    }

    /** Whether what is known can be told: to a registration only where the member has one. */
    boolean reaches(Set<String> members) {
        return !parts.workflow().sink().writesRegistrations()
                || members.stream().anyMatch(userId -> registration(userId).isPresent());
    }

    /** The registration that a telling goes to, where it goes to one. */
    Optional<TicketRef> registration(PaymentRow row) {
        return parts.workflow().sink().writesRegistrations()
                ? registration(row.telling().orElseThrow().userId())
                : Optional.empty();
    }

    private Optional<TicketRef> registration(String userId) {
        return parts.linked().stream()
                .map(scope -> parts.store().inTransaction(scope, tx -> registration(tx, userId)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<TicketRef> registration(Tx tx, String userId) {
        return Optional.ofNullable(tx.links().find(List.of(userId)).get(userId))
                .filter(link -> link.state() == Link.State.LIVE)
                .flatMap(link -> Optional.ofNullable(
                        tx.tickets().find(List.of(link.ticketRow())).get(link.ticketRow())))
                .map(TicketRow::ref);
    }

    private static Set<String> linked(Tx tx, List<TicketRef> tickets) {
        List<Long> rows = tickets.stream()
                .map(tx.tickets()::find)
                .flatMap(Optional::stream)
                .map(TicketRow::row)
                .toList();
        Set<String> members = new TreeSet<>();
        tx.links().byTicket(rows).values().stream().map(Link::userId).forEach(members::add);
        return members;
    }
}
