package dev.membersync.sync.adapter;

import dev.membersync.accelevents.feed.JoinedTicket;
import dev.membersync.accelevents.feed.Origin;
import dev.membersync.accelevents.order.Order;
import dev.membersync.accelevents.order.OrderStatus;
import dev.membersync.accelevents.order.OrderTicket;
import dev.membersync.accelevents.ticket.TicketStatus;
import dev.membersync.sync.record.Standing;
import dev.membersync.sync.record.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads where a ticket stands; words of the vendor in one spelling, unknown ones as they came in capitals. */
final class Standings {
    private static final List<TicketStatus> TICKET =
            List.of(TicketStatus.BOOKED, TicketStatus.CHECKED_IN, TicketStatus.CANCELED, TicketStatus.DELETED);
    private static final List<OrderStatus> PAYMENT = List.of(
            OrderStatus.PAID,
            OrderStatus.UNPAID,
            OrderStatus.PARTIAL,
            OrderStatus.PARTIALLY_PAID,
            OrderStatus.COMPLIMENTARY,
            OrderStatus.REFUNDED,
            OrderStatus.PARTIALLY_REFUNDED,
            OrderStatus.CANCELED,
            OrderStatus.DELETED);

    private Standings() {}

    static Standing of(Order order, OrderTicket ticket) {
        return new Standing(
                ticket(ticket.ticketStatus()),
                payment(order.status(), ticket.ticketPrice(), ticket.paidAmount(), ticket.refundedAmount()),
                orderedFor(order.note()));
    }

    static Standing of(JoinedTicket ticket) {
        if (ticket.origin() == Origin.ATTENDEES) {
            return new Standing(ticket(ticket.ticketStatus()), Value.unseen(), Value.unseen());
        }
        return new Standing(
                ticket(ticket.ticketStatus()),
                payment(ticket.orderStatus(), ticket.ticketPrice(), ticket.paidAmount(), ticket.refundedAmount()),
                orderedFor(ticket.note()));
    }

    static Value ticket(TicketStatus status) {
        return TICKET.stream()
                .filter(status::equals)
                .findFirst()
                .map(known -> Value.of(known.value()))
                .orElseGet(() -> word(status.value()));
    }

    private static Value orderedFor(String note) {
        return Tag.userId(note).map(Value::of).orElse(Value.empty());
    }

    /** An order speaks for all its tickets; what went back of one ticket says more about that one. */
    private static Value payment(
            OrderStatus status, Optional<BigDecimal> price, Optional<BigDecimal> paid, Optional<BigDecimal> refunded) {
        BigDecimal back = refunded.orElse(BigDecimal.ZERO);
        if (back.signum() > 0) {
            boolean all = paid.filter(sum -> back.compareTo(sum) >= 0).isPresent();
            return Value.of((all ? OrderStatus.REFUNDED : OrderStatus.PARTIALLY_REFUNDED).value());
        }
        boolean ofAnother = status.equals(OrderStatus.PARTIALLY_REFUNDED) && refunded.isPresent();
        boolean free = status.equals(OrderStatus.UNPAID)
                && price.filter(sum -> sum.signum() == 0).isPresent();
        if (ofAnother || free) {
            return Value.of(OrderStatus.PAID.value());
        }
        return PAYMENT.stream()
                .filter(status::equals)
                .findFirst()
                .map(known -> Value.of(known.value()))
                .orElseGet(() -> word(status.value()));
    }

    private static Value word(String raw) {
        return raw.isBlank() ? Value.unseen() : Value.of(raw.strip().toUpperCase(Locale.ROOT));
    }
}
