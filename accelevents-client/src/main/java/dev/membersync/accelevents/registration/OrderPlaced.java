package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.ticket.FeeLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A reserved order that is not paid yet. Store the order id before paying: it is the key under which the payment can be repeated.
 *
 * @param orderId the order
 * @param ticketTypeId the type reserved
 * @param paymentType how it is to be paid
 * @param placedAt when the order was sent, by the caller's clock; the hold starts there and lasts 10 minutes unless the organiser changed it (DOC)
 * @param fee what the vendor said a priced ticket costs; empty for a free one
 */
public record OrderPlaced(
        OrderId orderId, TicketTypeId ticketTypeId, PaymentType paymentType, Instant placedAt, Optional<FeeLine> fee) {
    /** How long a hold lasts unless the organiser changed it: 10 minutes (DOC). */
    public static final Duration DEFAULT_HOLD = Duration.ofMinutes(10);

    /** When the hold ends if the organiser left it at its default; the vendor's own word is {@code remainingSeconds} of the form. */
    public Instant expectedHoldEnd() {
        return placedAt.plus(DEFAULT_HOLD);
    }
}
