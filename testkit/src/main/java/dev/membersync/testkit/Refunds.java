package dev.membersync.testkit;

import dev.membersync.testkit.internal.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Money back to a buyer. A refund keeps the access of the holder (DOC) unless the body or a switch says otherwise; both spellings of that are guesses. */
final class Refunds {
    private final AcceleventsState state;

    Refunds(AcceleventsState state) {
        this.state = state;
    }

    FakeReply refund(Visit visit) {
        EventState event = state.event(visit);
        FakeOrder order = event.order(visit.number("orderId"));
        JsonObject body = visit.body();
        VendorDates.requireClientDate(body.text("clientDate"));
        Map<FakeTicket, BigDecimal> amounts = new LinkedHashMap<>();
        Map<FakeTicket, Boolean> cancels = new LinkedHashMap<>();
        for (JsonObject line : body.objects("refunds")) {
            FakeTicket ticket = event.ticket(line.whole("eventTicketingId").orElse(-1));
            if (ticket.orderId() != order.id()) {
                throw VendorError.orderNotFound();
            }
            long quantity = line.whole("qty").orElse(0);
            amounts.merge(ticket, amount(line, ticket, quantity), BigDecimal::add);
            boolean cancel = line.flag("refundWithCancel") || body.flag("refundWithCancel");
            boolean quantityCancels = quantity > 0 && state.switches().has(AcceleventsQuirk.REFUNDED_QUANTITY_CANCELS);
            cancels.merge(ticket, cancel || quantityCancels, Boolean::logicalOr);
        }
        if (amounts.isEmpty()) {
            throw new IllegalArgumentException("refunds is empty");
        }
        amounts.forEach(Refunds::requirePaid);
        amounts.forEach((ticket, amount) -> {
            FakeTicket next = give(event, ticket, amount, visit.now());
            if (Boolean.TRUE.equals(cancels.get(ticket))) {
                event.put(next.with(FakeTicket.State.CANCELLED, visit.now()), visit.now());
            }
        });
        event.put(event.order(order.id()).inStatus(status(event, order), visit.now()));
        event.mail(visit.now(), order.purchaser().getOrDefault(FormRules.EMAIL, ""), "refund");
        return HolderAnswers.success("Refunded successfully");
    }

    private static BigDecimal amount(JsonObject line, FakeTicket ticket, long quantity) {
        BigDecimal whole = quantity > 0 ? ticket.paid().subtract(ticket.refunded()) : BigDecimal.ZERO;
        return line.decimal("refundAmount").orElse(whole);
    }

    private static void requirePaid(FakeTicket ticket, BigDecimal amount) {
        boolean tooMuch = ticket.refunded().add(amount).compareTo(ticket.paid()) > 0;
        if (amount.signum() <= 0 || tooMuch) {
            throw new IllegalArgumentException("refundAmount must be above zero and within what was paid");
        }
    }

    /** Moves the money of one ticket and says so. */
    FakeTicket give(EventState event, FakeTicket ticket, BigDecimal amount, Instant now) {
        FakeTicket next = moved(event, ticket, amount, now);
        state.wrote(now, "refund", event, ticket);
        return next;
    }

    /** A refund by a person at the console, which no log shows. */
    static void byHand(EventState event, FakeTicket ticket, BigDecimal amount, Instant now) {
        requirePaid(ticket, amount);
        moved(event, ticket, amount, now);
        FakeOrder order = event.order(ticket.orderId());
        event.put(order.inStatus(status(event, order), now));
    }

    private static FakeTicket moved(EventState event, FakeTicket ticket, BigDecimal amount, Instant now) {
        FakeTicket next = ticket.refunding(amount, now);
        event.put(next, now);
        event.office().refunds().add(new FakeRefund(now, ticket.orderId(), ticket.id(), amount));
        return next;
    }

    private static String status(EventState event, FakeOrder order) {
        List<FakeTicket> tickets = event.ticketsOf(order);
        boolean all = tickets.stream().allMatch(ticket -> ticket.refunded().compareTo(ticket.paid()) >= 0);
        return all ? "Refunded" : "Partially Refunded";
    }
}
