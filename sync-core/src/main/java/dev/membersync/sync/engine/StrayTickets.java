package dev.membersync.sync.engine;

import dev.membersync.sync.review.HygieneFinding.Kind;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tickets without a link that name a member, or are of an address that has another ticket. Each group is told once. */
final class StrayTickets {
    private static final int MOST_NAMED = 20;

    private final Hygiene hygiene;

    StrayTickets(Hygiene hygiene) {
        this.hygiene = hygiene;
    }

    void look() {
        hygiene.pages(
                (tx, after, limit) -> tx.tickets().unlinked(after, limit),
                0L,
                TicketRow::row,
                (tx, page) -> page.stream().filter(hygiene::isThere).forEach(ticket -> look(tx, ticket)));
    }

    private void look(Tx tx, TicketRow ticket) {
        ticket.tag()
                .ifPresentOrElse(
                        userId -> naming(tx, ticket, userId),
                        () -> ticket.emailKey().ifPresent(key -> sameAddress(tx, ticket, key)));
    }

    private void naming(Tx tx, TicketRow ticket, String userId) {
        List<TicketRow> naming = there(tx.tickets().tagged(userId));
        List<String> all = shown(Stream.concat(hygiene.tickets(tx, List.of(userId)).stream(), naming.stream()));
        if (all.size() == 1) {
            hygiene.find(
                    Kind.ORPHAN,
                    List.of(userId),
                    all,
                    "ticket " + all.get(0) + " names the member " + userId + ", who is not linked to it or to another");
        } else if (isFirst(tx, ticket, naming)) {
            hygiene.find(
                    Kind.SECOND_TICKET,
                    List.of(userId),
                    all,
                    "the tickets " + String.join(", ", all) + " are of one member, " + userId);
        }
    }

    private void sameAddress(Tx tx, TicketRow ticket, long emailKey) {
        List<TicketRow> same = there(tx.tickets().untaggedWithEmail(emailKey));
        List<String> owners = tx.members().withEmail(emailKey, MOST_NAMED);
        List<String> all = shown(Stream.concat(hygiene.tickets(tx, owners).stream(), same.stream()));
        if (all.size() > 1 && isFirst(tx, ticket, same)) {
            hygiene.find(
                    Kind.SAME_HOLDER,
                    owners,
                    all,
                    "the tickets " + String.join(", ", all) + " are of one address, and at least one has no member");
        }
    }

    private List<TicketRow> there(List<TicketRow> tickets) {
        return tickets.stream().filter(hygiene::isThere).toList();
    }

    private static boolean isFirst(Tx tx, TicketRow ticket, List<TicketRow> among) {
        Set<Long> linked =
                tx.links().byTicket(among.stream().map(TicketRow::row).toList()).keySet();
        return among.stream().map(TicketRow::row).noneMatch(row -> row < ticket.row() && !linked.contains(row));
    }

    private static List<String> shown(Stream<TicketRow> tickets) {
        Map<Long, String> byRow = tickets.collect(
                Collectors.toMap(TicketRow::row, ticket -> ticket.ref().shown(), (a, b) -> a, TreeMap::new));
        return byRow.values().stream().limit(MOST_NAMED).toList();
    }
}
