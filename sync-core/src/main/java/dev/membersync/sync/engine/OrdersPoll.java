package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.adapter.DeskChanges;
import dev.membersync.sync.adapter.DeskRow;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.store.Cursor;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.TicketRow;
import dev.membersync.sync.store.TicketSighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Asks the orders what changed since the last complete reading. A row may be older than what was read of its ticket since,
 * so it never replaces anything: it adds names, ends a ticket that was cancelled, and has a ticket that looks otherwise than
 * it is known read again. The position moves with the marks of the last page, because the order of the rows is not
 * documented.
 */
final class OrdersPoll implements Poll<DeskChanges> {
    /** Its cursor counts wishes as generations: how many were made, and how many of them a complete reading has met. */
    static final String CHANGES = "order changes";

    /** No attendee list has shown the ticket. */
    private static final long UNSEEN = 0;
    /** Before the first reading there is our own clock only, and the time zone of the search is not documented. */
    private static final Duration FIRST_OVERLAP = Duration.ofHours(26);

    private static final int MOST_HOLDERS = 10;

    private final Run run;
    private final Cursor before;
    private long rows;
    private long marked;

    /** A poll from where this workflow stands. */
    OrdersPoll(Run run) {
        this.run = run;
        this.before = run.inTransaction(tx -> tx.cursors().find(CHANGES));
    }

    /** Somebody heard of a change: the next poll is due at once, and stays due until one is complete. */
    static void wish(Tx tx) {
        Cursor cursor = tx.cursors().find(CHANGES);
        tx.cursors().save(new Cursor(CHANGES, cursor.value(), cursor.generation() + 1, cursor.complete()));
    }

    static boolean isWished(Tx tx) {
        Cursor cursor = tx.cursors().find(CHANGES);
        return cursor.generation() > cursor.complete();
    }

    @Override
    public String feed() {
        return CHANGES;
    }

    @Override
    public Instant from() {
        return before.value().isEmpty() ? beginning() : Instant.parse(before.value());
    }

    @Override
    public Optional<Iterable<DeskChanges>> since(Instant mark) {
        return Optional.of(run.desk.changes(mark.toString()));
    }

    @Override
    public void take(DeskChanges page, long began) {
        run.checkpoint("order changes page");
        rows += page.rows().size();
        marked += run.inTransaction(tx -> {
            page.next().ifPresent(next -> {
                long wishes = tx.cursors().find(CHANGES).generation();
                tx.cursors().save(new Cursor(CHANGES, next, wishes, before.generation()));
            });
            return mark(page.rows(), tx);
        });
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public long marked() {
        return marked;
    }

    private Instant beginning() {
        String scanned =
                run.inTransaction(tx -> tx.cursors().find(TicketCensus.ORDERS).value());
        Instant known = scanned.isEmpty() ? run.now() : Instant.parse(scanned);
        return known.minus(FIRST_OVERLAP);
    }

    private long mark(List<DeskRow> page, Tx tx) {
        List<TicketSighting> sightings = new ArrayList<>();
        Set<String> dirty = new HashSet<>();
        for (DeskRow row : page) {
            Optional<TicketRow> known = tx.tickets().find(row.registration().ticket());
            if (known.isEmpty()) {
                sightings.add(run.keys.sighting(row, UNSEEN));
                row.tag().ifPresent(dirty::add);
                if (run.parts.workflow().followsEnded()) {
                    dirty.addAll(holders(row, tx));
                }
            } else {
                sightings.add(names(row));
                Optional.of(known.get())
                        .filter(ticket -> looksOtherwise(row, ticket))
                        .map(ticket ->
                                tx.links().byTicket(List.of(ticket.row())).get(ticket.row()))
                        .map(Link::userId)
                        .ifPresent(userId -> {
                            dirty.add(userId);
                            run.observations.doubt(userId);
                        });
            }
        }
        tx.tickets().save(sightings);
        tx.work().mark(dirty, Lane.LIVE, run.now());
        return dirty.size();
    }

    /** Where tickets are news, a new one is news about whoever has its holder's address. */
    private List<String> holders(DeskRow row, Tx tx) {
        OptionalLong key = run.keys.email(row.registration().email());
        return key.isPresent() ? tx.members().withEmail(key.getAsLong(), MOST_HOLDERS) : List.of();
    }

    /** A ticket that ended never lives again, so that much is believed of an old row too. */
    private TicketSighting names(DeskRow row) {
        TicketSighting names = run.keys.names(row);
        return row.registration().access() == Access.LIVE
                ? names
                : new TicketSighting(
                        names.ref(),
                        Optional.of(Access.ENDED),
                        names.marks(),
                        names.emailKey(),
                        names.nameKey(),
                        names.ticketTypeId(),
                        names.tag(),
                        names.age(),
                        names.generation());
    }

    private boolean looksOtherwise(DeskRow row, TicketRow known) {
        if (known.access() == Access.ENDED) {
            return false;
        }
        Map<String, Mark> shown = run.keys.sighting(row, UNSEEN).marks();
        return row.registration().access() == Access.ENDED
                || shown.entrySet().stream()
                        .anyMatch(field -> !field.getValue().isUnseen()
                                && !field.getValue().agrees(known.marks().getOrDefault(field.getKey(), Mark.UNSEEN)));
    }
}
