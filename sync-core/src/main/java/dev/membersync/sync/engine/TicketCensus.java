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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

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
    private long generation;
    private boolean complete;
    private Instant startedAt = Instant.MIN;
    private long unknownTickets;

    TicketCensus(Run run) {
        this.run = run;
    }

    /** What one census found. */
    record Found(long generation, boolean complete) {}

    Found take() {
        take(Together.alone(this), census -> census);
        return found();
    }

    Found found() {
        return new Found(generation, complete);
    }

    /** Reads both lists once for all of these, who are about one event. */
    static <T> void take(Together<T> all, Function<T, TicketCensus> census) {
        all.each(one -> census.apply(one).startedAt = census.apply(one).run.now());
        scan(all, census);
        // Rows may have moved between pages; one more walk settles that.
        scan(all.those(one -> !census.apply(one).complete), census);
        joinOrders(all.those(one -> census.apply(one).needsOrders()), census);
        all.those(one -> census.apply(one).complete)
                .each(one -> census.apply(one).enrol());
    }

    private static <T> void scan(Together<T> all, Function<T, TicketCensus> census) {
        all.each(one -> census.apply(one).begin());
        Optional<Run> reader = all.reader().map(one -> census.apply(one).run);
        if (reader.isEmpty()) {
            return;
        }
        try {
            OptionalLong total = walk(reader.get(), all, census);
            all.each(one -> census.apply(one).end(total));
        } catch (PagingException incomplete) {
            // It stays incomplete.
        }
    }

    private static <T> OptionalLong walk(Run reader, Together<T> all, Function<T, TicketCensus> census) {
        OptionalLong total = OptionalLong.empty();
        int number = 0;
        for (DeskPage page : reader.desk.attendees()) {
            int position = ++number;
            all.each(one -> census.apply(one).save(page));
            // What is done meanwhile comes after the page for everybody.
            all.each(one -> census.apply(one).tell(ATTENDEES, position, page));
            if (all.reader().isEmpty()) {
                return total;
            }
            total = page.total().isPresent() ? page.total() : total;
        }
        return total;
    }

    private void tell(String list, int number, DeskPage page) {
        run.journal().page(list, number, page.rows().size());
    }

    private void begin() {
        complete = false;
        generation = run.inTransaction(tx -> {
            Cursor cursor = tx.cursors().find(ATTENDEES);
            tx.cursors().save(new Cursor(ATTENDEES, cursor.value(), cursor.generation() + 1, cursor.complete()));
            return cursor.generation() + 1;
        });
    }

    private void save(DeskPage page) {
        run.checkpoint("attendee page");
        unknownTickets += run.inTransaction(tx -> new TicketNews(run)
                .save(tx, sightings(page)).stream()
                        .filter(TicketCensus::isUnknown)
                        .count());
    }

    private void end(OptionalLong total) {
        long seen = run.inTransaction(tx -> tx.tickets().countSeenIn(generation));
        complete = total.isEmpty() || seen >= total.getAsLong();
        if (complete) {
            run.inTransaction(tx -> {
                Cursor cursor = tx.cursors().find(ATTENDEES);
                tx.cursors().save(new Cursor(ATTENDEES, cursor.value(), generation, generation));
                return true;
            });
        }
    }

    private void enrol() {
        run.inTransaction(tx -> {
            Enrolments.begin(run, tx);
            return true;
        });
    }

    /** No order has shown it yet. The row itself tells, so that a crash before the orders were read loses no tag. */
    private static boolean isUnknown(TicketRow ticket) {
        return ticket.age() == Long.MAX_VALUE && ticket.tag().isEmpty();
    }

    private boolean needsOrders() {
        return unknownTickets > 0
                || orders().value().isEmpty()
                || run.mapping.fields().stream().anyMatch(field -> field.visibility() == Visibility.ORDER);
    }

    private Cursor orders() {
        return run.inTransaction(tx -> tx.cursors().find(ORDERS));
    }

    /** Begins where the one that is furthest behind stands. */
    private static <T> void joinOrders(Together<T> all, Function<T, TicketCensus> census) {
        List<String> known = new ArrayList<>();
        all.each(one -> known.add(census.apply(one).orders().value()));
        Optional<Run> reader = all.reader().map(one -> census.apply(one).run);
        if (reader.isEmpty()) {
            return;
        }
        int number = 0;
        for (DeskPage page : reader.get().desk.orders(since(known))) {
            int position = ++number;
            all.each(one -> census.apply(one).join(page));
            all.each(one -> census.apply(one).tell(ORDERS, position, page));
            if (all.reader().isEmpty()) {
                return;
            }
        }
        all.each(one -> census.apply(one).joined());
    }

    private static Optional<Instant> since(List<String> known) {
        return known.contains("")
                ? Optional.empty()
                : known.stream().map(Instant::parse).min(Instant::compareTo).map(from -> from.minus(OVERLAP));
    }

    private void joined() {
        run.inTransaction(tx -> {
            long reading = tx.cursors().find(ORDERS).generation() + 1;
            tx.cursors().save(new Cursor(ORDERS, startedAt.toString(), reading, reading));
            return true;
        });
    }

    private void join(DeskPage page) {
        run.checkpoint("order page");
        run.inTransaction(tx -> join(page, tx));
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

    private List<TicketSighting> sightings(DeskPage page) {
        return page.rows().stream()
                .map(row -> run.keys.sighting(row, generation))
                .toList();
    }
}
