package dev.membersync.accelevents.order;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.Person;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An order with its tickets, from the orders list or from the read of one order.
 *
 * @param id the order id; list rows call it {@code id}, other pages {@code orderId} (DOC)
 * @param status the payment status
 * @param type how it was paid
 * @param purchaser the buyer
 * @param note the note given when the order was placed
 * @param purchaseDate the date as it came; its layout is not documented
 * @param currency the currency as it came; may be empty
 * @param totalAmount the sum in major units; empty when not shown
 * @param tickets the tickets, under the key {@code attendee} on the wire
 * @param extra every other field of the row
 */
public record Order(
        OrderId id,
        OrderStatus status,
        OrderType type,
        Person purchaser,
        String note,
        String purchaseDate,
        String currency,
        Optional<BigDecimal> totalAmount,
        List<OrderTicket> tickets,
        Map<String, Object> extra) {
    public Order {
        tickets = List.copyOf(tickets);
        extra = Extras.copy(extra);
    }

    /** The ticket with this id, when the order holds it. */
    public Optional<OrderTicket> ticket(EventTicketId eventTicketId) {
        return tickets.stream()
                .filter(ticket -> ticket.eventTicketId().equals(eventTicketId))
                .findFirst();
    }

    @Override
    public String toString() {
        return "Order[" + id + ", " + status.value() + ", " + tickets.size() + " tickets]";
    }
}
