package dev.membersync.sync.mirror;

import dev.membersync.sync.adapter.PaymentSighting;
import dev.membersync.sync.adapter.Tag;
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
