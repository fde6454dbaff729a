package dev.membersync.testkit;

import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Exchange of a ticket's type, deletion, and the mails that are sent again. The first two move money when money was paid, as the vendor's do. */
final class TicketChanges {
    private final AcceleventsState state;
    private final Refunds refunds;

    TicketChanges(AcceleventsState state) {
        this.state = state;
        this.refunds = new Refunds(state);
    }

    /**
     * Four cases (DOC): between free types only the type changes; to a dearer one the buyer is mailed a payment link unless the body says how the rest was paid; from paid to
     * free the money goes back. What happens between paid types is not documented: a rise is owed as from free (INFER), of a fall nothing moves. An amount that nobody owes is not
     * booked.
     */
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
        boolean dearer = to.price().compareTo(from.price()) > 0;
        BigDecimal settled = settled(body, dearer);
        BigDecimal kept = ticket.paid().subtract(ticket.refunded());
        boolean refunded = to.price().signum() == 0 && kept.signum() > 0;
        event.put(ticket.ofType(to, ticket.paid().add(settled), visit.now()), visit.now());
        state.wrote(visit.now(), "exchange", event, ticket);
        String buyer = order.purchaser().getOrDefault(FormRules.EMAIL, "");
        if (refunded) {
            FakeTicket given = refunds.give(event, event.ticket(ticket.id()), kept, visit.now());
            event.put(given.ofType(to, BigDecimal.ZERO, visit.now()).refundedNothing(visit.now()), visit.now());
            event.mail(visit.now(), buyer, "refund");
        }
        if (dearer) {
            owe(visit, event, order, to.price().subtract(kept.add(settled)));
        }
        if (body.flag("sentMailToAttendee")) {
            event.mail(visit.now(), ticket.email(), "exchange");
        }
        return HolderAnswers.success("Success");
    }

    /** What the host says was paid on the way: "mark as paid". */
    private static BigDecimal settled(JsonObject body, boolean dearer) {
        JsonObject details = body.object("paymentDetails").orElse(JsonObject.of(Map.of()));
        String type = details.text("paymentType", "");
        if (type.isEmpty() || !PaymentStep.status(type).equals("Paid")) {
            return BigDecimal.ZERO;
        }
        Checkout.requirePaymentType(type);
        return dearer ? details.decimal("amount").orElse(BigDecimal.ZERO).max(BigDecimal.ZERO) : BigDecimal.ZERO;
    }

    private void owe(Visit visit, EventState event, FakeOrder order, BigDecimal due) {
        if (due.signum() <= 0) {
            event.put(event.order(order.id()).inStatus("Paid", visit.now()));
            return;
        }
        boolean some =
                event.ticketsOf(order).stream().anyMatch(ticket -> ticket.paid().signum() > 0);
        event.put(event.order(order.id()).inStatus(some ? "Partial" : "Unpaid", visit.now()));
        event.mail(visit.now(), order.purchaser().getOrDefault(FormRules.EMAIL, ""), "payment-link");
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
        Instant then = visit.now().plus(state.switches().deleteDelay());
        state.later(state.switches().deleteDelay(), () -> delete(event, order.id(), doomed, mail, then));
        return HolderAnswers.success("Ticket deleted successfully");
    }

    private void delete(EventState event, long orderId, List<FakeTicket> doomed, boolean mail, Instant now) {
        for (FakeTicket named : doomed) {
            FakeTicket ticket = event.tickets().getOrDefault(named.id(), named);
            if (ticket.state() == FakeTicket.State.DELETED) {
                continue;
            }
            FakeTicket gone = ticket.with(FakeTicket.State.DELETED, now);
            event.put(gone, now);
            state.wrote(now, "delete", event, ticket);
            BigDecimal kept = ticket.paid().subtract(ticket.refunded());
            if (kept.signum() > 0) {
                refunds.give(event, gone, kept, now);
                event.mail(now, mail ? ticket.email() : "", "refund");
            }
        }
        FakeOrder order = event.orders().get(orderId);
        if (order != null
                && !order.status().equals("Deleted")
                && event.ticketsOf(order).isEmpty()) {
            if (doomed.isEmpty()) {
                state.wrote(now, "delete", event, order);
            }
            event.put(order.inStatus("Deleted", now));
        }
    }

    /** A GET that mails the buyer and every holder again. */
    FakeReply mailOrder(Visit visit) {
        EventState event = state.event(visit);
        FakeOrder order = event.order(visit.number("orderId"));
        event.mail(visit.now(), order.purchaser().getOrDefault(FormRules.EMAIL, ""), "resend");
        event.ticketsOf(order).forEach(ticket -> event.mail(visit.now(), ticket.email(), "resend"));
        state.wrote(visit.now(), "resend", event, order);
        return HolderAnswers.success("Mail sent successfully");
    }

    /** A GET that mails one holder again. */
    FakeReply mailHolder(Visit visit) {
        EventState event = state.event(visit);
        FakeOrder order = event.order(visit.number("orderId"));
        FakeTicket ticket = event.ticket(visit.number("ticketingId"));
        if (ticket.orderId() != order.id()) {
            throw VendorError.orderNotFound();
        }
        event.mail(visit.now(), ticket.email(), "resend");
        state.wrote(visit.now(), "resend", event, ticket);
        return HolderAnswers.success("Mail sent successfully");
    }
}
