package dev.membersync.accelevents.order;

import dev.membersync.accelevents.ticket.TicketChoice;
import java.util.List;

/**
 * What an order reserves.
 *
 * @param paymentType how it is to be paid; required by the vendor (4060422)
 * @param tickets the tickets, at least one choice
 * @param note a text that comes back as {@code note} of the order; may be empty
 */
public record NewOrder(PaymentType paymentType, List<TicketChoice> tickets, String note) {
    public NewOrder {
        tickets = List.copyOf(tickets);
        if (tickets.isEmpty()) {
            throw new IllegalArgumentException("an order needs at least one ticket");
        }
    }
}
