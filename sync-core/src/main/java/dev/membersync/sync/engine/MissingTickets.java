package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.TicketRow;
import java.util.List;

/** Linked tickets that a complete count did not meet. */
final class MissingTickets {
    private MissingTickets() {}

    /** For members who were worked on while the tickets were counted, absence proved nothing yet; now it does. */
    static void look(Parts parts, long generation, int most) {
        parts.store().inTransaction(parts.scope(), tx -> {
            List<Long> missing = tx.tickets().linkedUnseenSince(generation, 0, most).stream()
                    .map(TicketRow::row)
                    .toList();
            List<String> userIds = tx.links().byTicket(missing).values().stream()
                    .map(Link::userId)
                    .toList();
            tx.work().mark(userIds, Lane.VERIFY, parts.time().instant());
            return true;
        });
    }
}
