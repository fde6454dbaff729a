package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import dev.membersync.sync.store.TicketSighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Saves what a list or a sample showed of tickets. A member who was given up is tried again when the own ticket changed: it
 * may take now what it did not take then (F-57).
 */
final class TicketNews {
    private final Run run;

    TicketNews(Run run) {
        this.run = run;
    }

    List<TicketRow> save(Tx tx, List<TicketSighting> sightings) {
        if (tx.deadLetters().count() == 0) {
            return tx.tickets().save(sightings);
        }
        Map<Long, TicketRow> before = new HashMap<>();
        tx.tickets()
                .byRef(sightings.stream().map(TicketSighting::ref).toList())
                .values()
                .forEach(ticket -> before.put(ticket.row(), ticket));
        List<TicketRow> after = tx.tickets().save(sightings);
        List<Long> changed = new ArrayList<>();
        after.stream()
                .filter(ticket -> before.containsKey(ticket.row()) && differs(before.get(ticket.row()), ticket))
                .forEach(ticket -> changed.add(ticket.row()));
        List<String> userIds =
                tx.links().byTicket(changed).values().stream().map(Link::userId).toList();
        tx.work().mark(tx.deadLetters().find(userIds).keySet(), Lane.BACKFILL, run.now());
        return after;
    }

    private static boolean differs(TicketRow one, TicketRow other) {
        return !one.marks().equals(other.marks())
                || one.access() != other.access()
                || !one.ticketTypeId().equals(other.ticketTypeId());
    }
}
