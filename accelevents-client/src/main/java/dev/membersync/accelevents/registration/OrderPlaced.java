package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.ticket.FeeLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A reserved order that is not paid yet. Store the order id before paying: it is the key under which the payment can be repeated.
 *
 * @param orderId the order
 * @param paymentType how it is to be paid
 * @param placedAt when the order was sent, by the caller's clock; the hold starts there and lasts 10 minutes unless the organiser changed it (DOC)
 * @param fees what the vendor said priced tickets cost, a line for each type; empty when all are free
 */
public record OrderPlaced(OrderId orderId, PaymentType paymentType, Instant placedAt, List<FeeLine> fees) {
    /** How long a hold lasts unless the organiser changed it: 10 minutes (DOC). */
    public static final Duration DEFAULT_HOLD = Duration.ofMinutes(10);

    public OrderPlaced {
        fees = List.copyOf(fees);
    }

    /** When the hold ends if the organiser left it at its default; the vendor's own word is {@code remainingSeconds} of the form. */
    public Instant expectedHoldEnd() {
        return placedAt.plus(DEFAULT_HOLD);
    }
}
