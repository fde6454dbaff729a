package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.order.IssuedTicket;
import java.util.List;

/** How a payment ended, when the vendor's answer settles it; everything else is thrown. */
public sealed interface PaymentOutcome {
    /**
     * The order is paid and its tickets exist.
     *
     * @param tickets the tickets issued, one per holder
     */
    record Issued(List<IssuedTicket> tickets) implements PaymentOutcome {
        public Issued {
            tickets = List.copyOf(tickets);
        }
    }

    /**
     * An earlier attempt had paid the order (4060426): its tickets exist and are found in the orders list.
     *
     * @param orderId the order
     */
    record AlreadyPaid(OrderId orderId) implements PaymentOutcome {}

    /**
     * The hold ended before the payment (4060425): read the order before making a new one, since a late payment may have gone through.
     *
     * @param orderId the order
     */
    record HoldExpired(OrderId orderId) implements PaymentOutcome {}
}
