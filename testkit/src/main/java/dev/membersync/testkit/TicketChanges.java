package dev.membersync.testkit;

import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.util.List;

/** Exchange of a ticket's type, and deletion. Both move money when money was paid, as the vendor's do. */
final class TicketChanges {
    private final AcceleventsState state;

    TicketChanges(AcceleventsState state) {
        this.state = state;
    }

    FakeReply exchange(Visit visit) {
        EventState event = state.event(visit);
        FakeOrder order = event.order(visit.number("orderId"));
        JsonObject body = visit.body();
        FakeTicket ticket = event.ticket(body.whole("eventTicketId").orElse(-1));
        if (ticket.orderId() != order.id()) {
            throw VendorError.orderNotFound();
        }
        FakeTicketType from = event.type(ticket.typeId());
        FakeTicketType to = event.type(body.whole("newTicketTypeId").orElse(-1));
        if (to.id() != from.id() && event.remaining(to, visit.now()) == 0) {
            throw VendorError.of("4060517", "No tickets available");
        }
        boolean refunded = to.price().signum() == 0 && ticket.paid().signum() > 0;
        boolean owed = to.price().compareTo(from.price()) > 0;
        event.put(ticket.ofType(to, refunded ? BigDecimal.ZERO : ticket.paid(), visit.now()), visit.now());
        state.wrote(visit.now(), "exchange", event, ticket);
        String buyer = order.purchaser().getOrDefault(FormRules.EMAIL, "");
        if (refunded) {
            state.wrote(visit.now(), "refund", event, ticket);
            event.mail(visit.now(), buyer, "refund");
        }
        if (owed) {
            event.put(event.order(order.id()).inStatus("Unpaid", visit.now()));
            event.mail(visit.now(), buyer, "payment-link");
        }
        if (body.flag("sentMailToAttendee")) {
            event.mail(visit.now(), ticket.email(), "exchange");
        }
        return HolderAnswers.success("Success");
    }

    /** {@code eventTicketingId=0} is the whole order. What was paid is refunded without being asked (DOC). */
    FakeReply delete(Visit visit) {
        EventState event = state.event(visit);
        FakeOrder order = event.order(visit.number("orderId"));
        long id = visit.parameter("eventTicketingId").orElse(0);
        List<FakeTicket> doomed = id == 0 ? event.ticketsOf(order) : List.of(event.ticket(id));
        for (FakeTicket ticket : doomed) {
            if (ticket.orderId() != order.id()) {
                throw VendorError.orderNotFound();
            }
        }
        boolean mail = visit.request().parameter("isRefundEmailSend").orElse("").equals("true");
        for (FakeTicket ticket : doomed) {
            event.put(ticket.with(FakeTicket.State.DELETED, visit.now()), visit.now());
            state.wrote(visit.now(), "delete", event, ticket);
            if (ticket.paid().signum() > 0) {
                state.wrote(visit.now(), "refund", event, ticket);
                event.mail(visit.now(), mail ? ticket.email() : "", "refund");
            }
        }
        if (event.ticketsOf(order).isEmpty()) {
            if (doomed.isEmpty()) {
                state.wrote(visit.now(), "delete", event, order);
            }
            event.put(event.order(order.id()).inStatus("Deleted", visit.now()));
        }
        return HolderAnswers.success("Ticket deleted successfully");
    }
}
