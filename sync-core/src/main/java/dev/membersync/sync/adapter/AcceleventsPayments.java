package dev.membersync.sync.adapter;

import dev.membersync.accelevents.EventScope;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.order.Order;
import dev.membersync.accelevents.order.OrderStatus;
import dev.membersync.accelevents.order.OrderTicket;
import dev.membersync.accelevents.order.OrderType;
import dev.membersync.accelevents.ticket.TicketStatus;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.policy.Lane;
import dev.membersync.sync.payment.PaymentState;
import dev.membersync.sync.record.TicketRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The orders of one event with what was paid and given back, from the orders list (DOC). Its dates have no documented
 * layout, so none is read. Thread-safe.
 */
public final class AcceleventsPayments implements PaymentSource {
    /** The name of the system. */
    public static final String SYSTEM = "accelevents";

    private static final Map<OrderStatus, PaymentState> STATES = Map.of(
            OrderStatus.PAID, PaymentState.PAID,
            OrderStatus.UNPAID, PaymentState.UNPAID,
            OrderStatus.PARTIAL, PaymentState.PARTIALLY_PAID,
            OrderStatus.PARTIALLY_PAID, PaymentState.PARTIALLY_PAID,
            OrderStatus.REFUNDED, PaymentState.REFUNDED,
            OrderStatus.PARTIALLY_REFUNDED, PaymentState.PARTIALLY_REFUNDED);

    private final EventScope event;

    private AcceleventsPayments(EventScope event) {
        this.event = event;
    }

    /** The payments of this event. */
    public static AcceleventsPayments of(EventScope event) {
        return new AcceleventsPayments(event);
    }

    @Override
    public String system() {
        return SYSTEM;
    }

    @Override
    public String event() {
        return event.url();
    }

    @Override
    public String occurrence() {
        return event.occurrenceId().map(OccurrenceId::toString).orElse("");
    }

    @Override
    public Iterable<List<PaymentSighting>> payments() {
        return () -> new Mapped<>(
                event.orders().list().pages().iterator(),
                page -> page.items().stream().map(AcceleventsPayments::sighting).toList());
    }

    @Override
    public boolean exists(String id) {
        try {
            event.orders().order(new OrderId(Long.parseLong(id))).execute();
            return true;
        } catch (NotFoundException gone) {
            return false;
        }
    }

    @Override
    public PaymentSource inLane(Lane lane) {
        return new AcceleventsPayments(event.inLane(lane));
    }

    private static PaymentSighting sighting(Order order) {
        return new PaymentSighting(
                order.id().toString(),
                order.type().equals(OrderType.EXTERNAL_TRANSACTION) ? "external" : SYSTEM,
                order.currency(),
                owed(order),
                paid(order),
                sum(order, OrderTicket::refundedAmount).orElse(BigDecimal.ZERO),
                Optional.ofNullable(STATES.get(order.status())),
                order.note(),
                Optional.empty(),
                Optional.empty(),
                order.tickets().stream().map(ticket -> ref(order, ticket)).toList(),
                order.tickets().stream().filter(AcceleventsPayments::admits).count(),
                Optional.empty(),
                true);
    }

    private static BigDecimal owed(Order order) {
        return order.totalAmount()
                .or(() -> sum(order, OrderTicket::ticketPrice))
                .orElse(BigDecimal.ZERO);
    }

    /** What each ticket shows as paid; where none does, what the status says, as far as it says an amount. */
    private static Optional<BigDecimal> paid(Order order) {
        Optional<BigDecimal> shown = sum(order, OrderTicket::paidAmount);
        if (shown.isPresent()) {
            return shown;
        }
        OrderStatus status = order.status();
        if (status.equals(OrderStatus.UNPAID) || status.equals(OrderStatus.COMPLIMENTARY)) {
            return Optional.of(BigDecimal.ZERO);
        }
        return status.equals(OrderStatus.PAID) ? order.totalAmount() : Optional.empty();
    }

    /** The sum over all tickets; empty when there are none, or one does not show it. */
    private static Optional<BigDecimal> sum(Order order, Function<OrderTicket, Optional<BigDecimal>> amount) {
        return order.tickets().stream()
                .map(amount)
                .reduce((one, other) -> one.flatMap(left -> other.map(left::add)))
                .flatMap(sum -> sum);
    }

    static boolean admits(OrderTicket ticket) {
        return !ticket.ticketStatus().equals(TicketStatus.CANCELED)
                && !ticket.ticketStatus().equals(TicketStatus.DELETED);
    }

    static TicketRef ref(Order order, OrderTicket ticket) {
        return new TicketRef(
                ticket.eventTicketId().value(),
                ticket.barcode().map(Barcode::value).orElse(null),
                null,
                order.id().toString());
    }
}
