package dev.membersync.accelevents.order;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import java.util.Optional;

/**
 * The deletion of an order or of one ticket of it; the vendor gives back what was paid for it (DOC).
 *
 * @param orderId the order
 * @param eventTicketId the issued ticket; empty for the whole order
 * @param refundMail whether the vendor mails about the refund; false by default
 */
public record Deletion(OrderId orderId, Optional<EventTicketId> eventTicketId, boolean refundMail) {
    /** Deletes the whole order, without a mail. */
    public static Deletion ofOrder(OrderId orderId) {
        return new Deletion(orderId, Optional.empty(), false);
    }

    /** Deletes one ticket, without a mail. */
    public static Deletion ofTicket(OrderId orderId, EventTicketId eventTicketId) {
        return new Deletion(orderId, Optional.of(eventTicketId), false);
    }

    /** The same deletion with a mail about the refund or without. */
    public Deletion withRefundMail(boolean mail) {
        return new Deletion(orderId, eventTicketId, mail);
    }
}
