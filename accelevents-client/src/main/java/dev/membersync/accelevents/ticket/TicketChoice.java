package dev.membersync.accelevents.ticket;

import dev.membersync.accelevents.id.TicketTypeId;
import java.math.BigDecimal;
import java.util.List;

/**
 * Some tickets of one type, for a fee question or an order.
 *
 * @param ticketTypeId the ticket type
 * @param quantity how many, at least 1
 * @param price the unit price in major units of the event's currency
 * @param seats the seats, empty unless the event assigns them
 */
public record TicketChoice(TicketTypeId ticketTypeId, int quantity, BigDecimal price, List<String> seats) {
    public TicketChoice {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1, was " + quantity);
        }
        seats = List.copyOf(seats);
    }

    /** One ticket of this type at the price it shows, without a seat. */
    public static TicketChoice one(TicketType type) {
        return new TicketChoice(type.id(), 1, type.unitPrice(), List.of());
    }
}
