package dev.membersync.sync.engine;

import dev.membersync.client.error.PagingException;
import dev.membersync.sync.adapter.DeskPage;
import dev.membersync.sync.mapping.Visibility;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.store.Cursor;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import dev.membersync.sync.store.TicketSighting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads all tickets into the store. The attendee list says who is there; the orders list joins ticket ids, orders and our
 * notes to it and is read only when the attendee list showed a ticket that is not known, or fields are mapped that orders
 * alone show; after the first time, as far as they changed. A scan counts as complete when
 * it saw as many distinct tickets as the service says there are.
 */
final class TicketCensus {
    static final String ATTENDEES = "attendees";
    static final String ORDERS = "orders";
    /** The generation of a ticket that no attendee scan has seen. */
    private static final long UNSEEN = 0;
    /** Covers the search lag, skewed clocks, and the time zone of the search, which is not documented. */
    private static final Duration OVERLAP = Duration.ofHours(26);

    private final Run run;
    private long unknownTickets;

    TicketCensus(Run run) {
        this.run = run;
    }

    /** What one census found. */
    record Found(long generation, boolean complete) {}

    Found take() {
        Instant startedAt = run.now();
        Found found = scan();
        if (!found.complete()) {
            found = scan(); // rows may have moved between pages; one more walk settles that
        }
        joinOrders(startedAt);
        if (found.complete()) {
            run.inTransaction(tx -> {
                Enrolments.begin(run, tx);
                return true;
            });
        }
        return found;
    }

    private Found scan() {
        long generation = begin();
        OptionalLong total = OptionalLong.empty();
        int number = 0;
        try {
            for (DeskPage page : run.desk.attendees()) {
                run.checkpoint("attendee page");
                save(page, generation);
                run.journal().page(ATTENDEES, ++number, page.rows().size());
                total = page.total().isPresent() ? page.total() : total;
            }
        } catch (PagingException incomplete) {
            return new Found(generation, false);
        }
        long seen = run.inTransaction(tx -> tx.tickets().countSeenIn(generation));
        boolean complete = total.isEmpty() || seen >= total.getAsLong();
        if (complete) {
            run.inTransaction(tx -> {
                Cursor cursor = tx.cursors().find(ATTENDEES);
                tx.cursors().save(new Cursor(ATTENDEES, cursor.value(), generation, generation));
                return true;
            });
        }
        return new Found(generation, complete);
    }

    private long begin() {
        return run.inTransaction(tx -> {
            Cursor cursor = tx.cursors().find(ATTENDEES);
            long generation = cursor.generation() + 1;
            tx.cursors().save(new Cursor(ATTENDEES, cursor.value(), generation, cursor.complete()));
            return generation;
        });
    }

    private void save(DeskPage page, long generation) {
        unknownTickets += run.inTransaction(tx -> new TicketNews(run)
                .save(tx, sightings(page, generation)).stream()
                        .filter(TicketCensus::isUnknown)
                        .count());
    }

    /** No order has shown it yet. The row itself tells, so that a crash before the orders were read loses no tag. */
    private static boolean isUnknown(TicketRow ticket) {
        return ticket.age() == Long.MAX_VALUE && ticket.tag().isEmpty();
    }

    private void joinOrders(Instant startedAt) {
        Cursor cursor = run.inTransaction(tx -> tx.cursors().find(ORDERS));
        boolean asksOrders = run.mapping.fields().stream().anyMatch(field -> field.visibility() == Visibility.ORDER);
        if (unknownTickets == 0 && !cursor.value().isEmpty() && !asksOrders) {
            return;
        }
        Optional<Instant> since = cursor.value().isEmpty()
                ? Optional.empty()
                : Optional.of(Instant.parse(cursor.value()).minus(OVERLAP));
        int number = 0;
        for (DeskPage page : run.desk.orders(since)) {
            run.checkpoint("order page");
            run.inTransaction(tx -> join(page, tx));
            run.journal().page(ORDERS, ++number, page.rows().size());
        }
        run.inTransaction(tx -> {
            tx.cursors()
                    .save(new Cursor(ORDERS, startedAt.toString(), cursor.generation() + 1, cursor.generation() + 1));
            return true;
        });
    }

    /** The orders list may lag behind: of a ticket that is known it adds names and our note only, never what it shows. */
    private List<TicketRow> join(DeskPage page, Tx tx) {
        Set<TicketRef> known = tx.tickets()
                .byRef(page.rows().stream()
                        .map(row -> row.registration().ticket())
                        .toList())
                .keySet();
        return tx.tickets()
                .save(page.rows().stream()
                        .map(row -> known.contains(row.registration().ticket())
                                ? run.keys.names(row)
                                : run.keys.sighting(row, UNSEEN))
                        .toList());
    }

    private List<TicketSighting> sightings(DeskPage page, long generation) {
        return page.rows().stream()
                .map(row -> run.keys.sighting(row, generation))
                .toList();
    }
}
