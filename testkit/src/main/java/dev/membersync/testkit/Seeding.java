package dev.membersync.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Edits by tests that touch an order and a ticket together. */
final class Seeding {
    private Seeding() {}

    static FakeTicket attendee(
            AcceleventsState state,
            EventState event,
            Instant now,
            long typeId,
            Map<String, String> answers,
            String note) {
        FakeTicketType type = event.types().get(typeId);
        if (type == null) {
            throw new IllegalArgumentException("no ticket type " + typeId);
        }
        FakeOrder order = new FakeOrder(
                state.nextOrderId(),
                note,
                "Paid",
                "CASH",
                true,
                List.of(typeId),
                answers,
                FakeDiscountUse.NONE,
                now,
                now,
                now);
        event.put(order);
        long id = state.nextTicketId();
        FakeTicket ticket = new FakeTicket(
                id,
                order.id(),
                state.barcode(id),
                state.attendeeId(id),
                typeId,
                FakeTicket.State.BOOKED,
                answers,
                FakeHolderRecord.EMPTY,
                type.price().signum() > 0 ? type.price() : BigDecimal.ZERO,
                BigDecimal.ZERO,
                now,
                now);
        event.put(ticket, now);
        return ticket;
    }

    /** A payment that a person books at the console, in part or in full. */
    static void pay(EventState event, FakeTicket ticket, BigDecimal amount, Instant now) {
        event.put(ticket.paying(amount, now), now);
        FakeOrder order = event.order(ticket.orderId());
        boolean all = event.ticketsOf(order).stream()
                .allMatch(one -> one.paid().compareTo(event.type(one.typeId()).price()) >= 0);
        event.put(order.inStatus(all ? "Paid" : "Partially Paid", now));
    }

    static boolean closeEmptyOrder(EventState event, long ticketId, Instant now) {
        FakeTicket ticket = event.tickets().get(ticketId);
        FakeOrder order = ticket == null ? null : event.orders().get(ticket.orderId());
        if (order != null && event.ticketsOf(order).isEmpty()) {
            event.put(order.inStatus("Deleted", now));
        }
        return true;
    }
}
