package dev.membersync.sync.engine;

import dev.membersync.sync.adapter.DeskRow;
import dev.membersync.sync.adapter.UnknownTicketException;
import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.mapping.Strength;
import dev.membersync.sync.mapping.Visibility;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.store.Cursor;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.TicketRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads some linked tickets in detail, the next ones in each run, when a field that no list shows may flow back or is
 * enforced: the only way to learn that such a field was changed at Accelevents alone. Other mappings cost nothing here.
 */
final class DetailSample {
    /** So many tickets a run, one call each. */
    static final int SIZE = 200;

    private static final String FEED = "details";

    private final Run run;

    DetailSample(Run run) {
        this.run = run;
    }

    void read() {
        if (run.mapping.fields().stream().noneMatch(DetailSample::isWorthIt)) {
            return;
        }
        List<Link> links = run.inTransaction(tx -> {
            Cursor cursor = tx.cursors().find(FEED);
            List<Link> page = tx.links().page(cursor.value(), SIZE);
            String next = page.size() < SIZE ? "" : page.get(SIZE - 1).userId();
            tx.cursors().save(new Cursor(FEED, next, cursor.generation() + 1, cursor.complete()));
            return page;
        });
        Map<Long, TicketRow> tickets = run.inTransaction(
                tx -> tx.tickets().find(links.stream().map(Link::ticketRow).toList()));
        for (Link link : links) {
            TicketRow ticket = tickets.get(link.ticketRow());
            // The details of a ticket that was cancelled look like those of one that was not.
            if (link.state() == Link.State.LIVE && ticket != null && ticket.access() == Access.LIVE) {
                read(ticket);
            }
        }
    }

    private static boolean isWorthIt(FieldMapper field) {
        boolean back = field.direction() != Direction.LEFT_TO_RIGHT || field.strength() == Strength.ENFORCE;
        return field.visibility() == Visibility.DETAIL && back;
    }

    private void read(TicketRow ticket) {
        run.checkpoint("detail");
        seen(ticket)
                .ifPresent(registration -> run.inTransaction(tx -> {
                    DeskRow row = new DeskRow(registration, Optional.empty(), OptionalLong.empty());
                    return new TicketNews(run).save(tx, List.of(run.keys.sighting(row, ticket.generation())));
                }));
    }

    private Optional<Registration> seen(TicketRow ticket) {
        try {
            return run.desk.read(ticket.ref());
        } catch (UnknownTicketException notYet) {
            return Optional.empty();
        }
    }
}
