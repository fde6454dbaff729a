package dev.membersync.accelevents;

/**
 * The deletion of an order or of one ticket of it; the vendor gives back what was paid for it (DOC).
 *
 * @param orderId the order
 * @param eventTicketId the issued ticket; {@code 0} for the whole order
 * @param refundMail whether the vendor mails about the refund; false by default
 */
public record Deletion(long orderId, String eventTicketId, boolean refundMail) {
    /** Deletes the whole order, without a mail. */
    public static Deletion ofOrder(long orderId) {
        return new Deletion(orderId, "0", false);
    }

    /**
     * Deletes one ticket, without a mail.
     *
     * @throws IllegalArgumentException for an empty id or {@code 0}, which would delete the whole order
     */
    public static Deletion ofTicket(long orderId, String eventTicketId) {
        if (eventTicketId.isBlank() || eventTicketId.strip().matches("0+")) {
            throw new IllegalArgumentException("a ticket id is needed, '" + eventTicketId + "' means the whole order");
        }
        return new Deletion(orderId, eventTicketId, false);
    }

    /** The same deletion with a mail about the refund or without. */
    public Deletion withRefundMail(boolean mail) {
        return new Deletion(orderId, eventTicketId, mail);
    }
}
