package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import java.util.List;

/**
 * A registration that is done: the order is paid and its tickets exist.
 *
 * @param orderId the order that was paid
 * @param tickets one for each ticket of the draft, in its order
 * @param unmatched issued tickets of the order of which nothing tells whose they are; empty as a rule, and always for an order of one ticket
 * @param abandoned orders that were placed on the way and left unpaid, because their hold was over; they are no attendees
 */
public record Registered(
        OrderId orderId, List<RegisteredTicket> tickets, List<EventTicketId> unmatched, List<OrderId> abandoned) {
    public Registered {
        tickets = List.copyOf(tickets);
        unmatched = List.copyOf(unmatched);
        abandoned = List.copyOf(abandoned);
    }

    Registered leaving(List<OrderId> orders) {
        return new Registered(orderId, tickets, unmatched, orders);
    }
}
