package dev.membersync.accelevents.order;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.client.Experimental;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Money to give back for the tickets of one order. It is about money alone: a refunded holder keeps the access (DOC); {@link Deletion} takes it, see {@link Ending}. In 2017 a
 * whole ticket given back was taken away too (OLD): to be sure of the access, give back an amount with {@link #part}.
 *
 * @param orderId the order
 * @param lines what is given back, one line a ticket, at least one
 * @param extra fields the vendor may want besides; none by default
 */
public record Refund(OrderId orderId, List<Line> lines, Map<String, Object> extra) {
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
        extra = Extras.copy(extra);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a refund needs a line for one ticket at least");
        }
    }

    /** The whole price of one ticket. */
    public static Refund whole(OrderId orderId, EventTicketId ticket, BigDecimal price) {
        return new Refund(orderId, List.of(new Line(ticket, 1, price)), Map.of());
    }

    /** A part of the price of one ticket, or all of it, with quantity 0: the attendee stays (OLD). */
    public static Refund part(OrderId orderId, EventTicketId ticket, BigDecimal amount) {
        return new Refund(orderId, List.of(new Line(ticket, 0, amount)), Map.of());
    }

    /**
     * The same refund with one more field at the top of its body, sent as it is. {@code with("refundWithCancel", true)} may take the access too: the name is that of the
     * exchange, its place here a guess (INFER). Read the order afterwards.
     */
    @Experimental
    public Refund with(String field, Object value) {
        var more = new LinkedHashMap<>(extra);
        more.put(field, value);
        return new Refund(orderId, lines, more);
    }
}
