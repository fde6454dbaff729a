package dev.membersync.accelevents.feed;

import dev.membersync.accelevents.attendee.Attendee;
import dev.membersync.accelevents.attendee.Attendees;
import dev.membersync.accelevents.internal.EventWire;
import dev.membersync.accelevents.order.Order;
import dev.membersync.accelevents.order.OrderQuery;
import dev.membersync.accelevents.order.Orders;
import dev.membersync.client.Page;
import dev.membersync.client.http.Reply;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reading: the attendee list when everything is asked for, the orders, the attendees that no order has, the mark. */
final class ChangeWalk implements Iterator<ChangePage> {
    private final EventWire event;
    private final Optional<Instant> since;
    private final AttendeeIndex index = new AttendeeIndex();
    private @Nullable Iterator<Page<Order>> orders;
    private @Nullable Iterator<Page<Attendee>> strays;
    private @Nullable Instant mark;
    private boolean ended;

    ChangeWalk(EventWire event, Optional<Instant> since) {
        this.event = event;
        this.since = since;
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public ChangePage next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        // A walk that failed must never go on to its mark.
        ended = true;
        var page = advance();
        ended = page.next().isPresent();
        return page;
    }

    private ChangePage advance() {
        var walk = orders == null ? open() : orders;
        if (walk.hasNext()) {
            return page(walk.next().items().stream()
                    .flatMap(order ->
                            order.tickets().stream().map(ticket -> JoinedTicket.of(order, ticket, index.join(ticket))))
                    .toList());
        }
        if (index.hasStrays()) {
            strays = strays == null ? attendees() : strays;
            if (strays.hasNext()) {
                return page(strays.next().items().stream()
                        .filter(index::isStray)
                        .map(JoinedTicket::of)
                        .toList());
            }
        }
        return new ChangePage(List.of(), Optional.ofNullable(mark).map(FeedMark::new));
    }

    private static ChangePage page(List<JoinedTicket> tickets) {
        return new ChangePage(tickets, Optional.empty());
    }

    private Iterator<Page<Order>> open() {
        if (since.isEmpty()) {
            attendees().forEachRemaining(page -> page.items().forEach(index::add));
        }
        var before = event.wire().time().instant();
        mark = null;
        var query = since.map(OrderQuery.ALL::withSince).orElse(OrderQuery.ALL);
        var list = new Orders(
                        event.watched(reply -> mark = mark == null ? date(reply).orElse(before) : mark))
                .list(query)
                .pages();
        var opened = new Census<Order>("orders.list", list, Order::id);
        orders = opened;
        return opened;
    }

    /** Told apart by what a row has; rows with no id at all are counted apart. */
    private Iterator<Page<Attendee>> attendees() {
        return new Census<>("attendees.list", new Attendees(event).list().pages(), ChangeWalk::key);
    }

    private static Object key(Attendee row) {
        return row.barcode()
                .<Object>map(code -> code)
                .or(() -> row.eventTicketId())
                .or(() -> row.attendeeId())
                .orElseGet(Object::new);
    }

    /** The server writes its clock when it answers, and looked at the orders some time before. */
    private static Optional<Instant> date(Reply reply) {
        try {
            return reply.headers()
                    .first("Date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()
                            .minus(reply.took()));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
