package dev.membersync.sync.adapter;

import dev.membersync.accelevents.EventScope;
import dev.membersync.accelevents.order.Order;
import dev.membersync.accelevents.order.OrderTicket;
import dev.membersync.client.policy.Lane;
import dev.membersync.sync.payment.PaymentState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The tickets of one event, each with the money that was paid for it and given back, from the orders list (DOC). Thread-safe. */
public final class AcceleventsAccess implements PaymentSource {
    private final EventScope event;
    private final AcceleventsPayments orders;

    private AcceleventsAccess(EventScope event) {
        this.event = event;
        this.orders = AcceleventsPayments.of(event);
    }

    /** The tickets of this event. */
    public static AcceleventsAccess of(EventScope event) {
        return new AcceleventsAccess(event);
    }

    @Override
    public String system() {
        return orders.system();
    }

    @Override
    public String event() {
        return orders.event();
    }

    @Override
    public String occurrence() {
        return orders.occurrence();
    }

    @Override
    public PaymentSource inLane(Lane lane) {
        return new AcceleventsAccess(event.inLane(lane));
    }

    /** One for each ticket, named by the ticket; its only ticket names the order. */
    @Override
    public Iterable<List<PaymentSighting>> payments() {
        return () -> new Mapped<>(
                event.orders().list().pages().iterator(),
                page -> page.items().stream()
                        .flatMap(order -> order.tickets().stream().map(ticket -> sighting(order, ticket)))
                        .toList());
    }

    @Override
    public boolean exists(String id) {
        throw new UnsupportedOperationException("a ticket is looked for in the list of orders");
    }

    private static PaymentSighting sighting(Order order, OrderTicket ticket) {
        return new PaymentSighting(
                ticket.eventTicketId().value(),
                AcceleventsPayments.SYSTEM,
                order.currency(),
                ticket.ticketPrice().orElse(BigDecimal.ZERO),
                ticket.paidAmount(),
                ticket.refundedAmount().orElse(BigDecimal.ZERO),
                Optional.<PaymentState>empty(),
                order.note(),
                Optional.empty(),
                Optional.empty(),
                List.of(AcceleventsPayments.ref(order, ticket)),
                AcceleventsPayments.admits(ticket) ? 1 : 0,
                Optional.empty(),
                false);
    }
}
