package dev.membersync.accelevents.order;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import java.math.BigDecimal;
import java.util.List;

/**
 * Money to give back for the tickets of one order. It is about money alone: a refunded holder keeps the access (DOC); {@link Deletion} takes it.
 *
 * @param orderId the order
 * @param lines what is given back, one line a ticket, at least one
 */
public record Refund(OrderId orderId, List<Line> lines) {
    /**
     * Money for one ticket.
     *
     * @param eventTicketId the issued ticket
     * @param quantity how many tickets of the row are given back whole; 0 gives back a part of the price (OLD)
     * @param amount the money in major units of the order's currency, above zero
     */
    public record Line(EventTicketId eventTicketId, int quantity, BigDecimal amount) {
        public Line {
            if (quantity < 0 || amount.signum() <= 0) {
                throw new IllegalArgumentException(
                        "a refund gives back an amount above zero for 0 or more tickets, not " + amount.toPlainString()
                                + " for " + quantity);
            }
        }
    }

    public Refund {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a refund needs a line for one ticket at least");
        }
    }

    /** The whole price of one ticket. */
    public static Refund whole(OrderId orderId, EventTicketId ticket, BigDecimal price) {
        return new Refund(orderId, List.of(new Line(ticket, 1, price)));
    }

    /** A part of the price of one ticket. */
    public static Refund part(OrderId orderId, EventTicketId ticket, BigDecimal amount) {
        return new Refund(orderId, List.of(new Line(ticket, 0, amount)));
    }
}
