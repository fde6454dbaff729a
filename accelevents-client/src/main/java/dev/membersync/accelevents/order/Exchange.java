package dev.membersync.accelevents.order;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * The exchange of one issued ticket for another type.
 *
 * @param orderId the order that holds the ticket
 * @param eventTicketId the issued ticket
 * @param newTicketTypeId the type it becomes
 * @param mailAttendee whether the vendor mails the attendee; false by default
 * @param paymentType how a difference in price is settled
 * @param amount the difference in major units; zero by default, for types of equal price
 * @param note a note on the payment; may be empty
 */
public record Exchange(
        OrderId orderId,
        EventTicketId eventTicketId,
        TicketTypeId newTicketTypeId,
        boolean mailAttendee,
        PaymentType paymentType,
        BigDecimal amount,
        String note) {
    public Exchange {
        Objects.requireNonNull(amount, "amount");
    }

    /** An exchange between types of equal price: no mail, cash, amount zero. */
    public static Exchange ofEqualPrice(OrderId orderId, EventTicketId eventTicketId, TicketTypeId newTicketTypeId) {
        return new Exchange(orderId, eventTicketId, newTicketTypeId, false, PaymentType.CASH, BigDecimal.ZERO, "");
    }

    /** The same exchange with the attendee mailed or not. */
    public Exchange withMail(boolean mail) {
        return new Exchange(orderId, eventTicketId, newTicketTypeId, mail, paymentType, amount, note);
    }

    /** The same exchange with this settlement of the difference in price. */
    public Exchange withPayment(PaymentType type, BigDecimal difference, String paymentNote) {
        return new Exchange(orderId, eventTicketId, newTicketTypeId, mailAttendee, type, difference, paymentNote);
    }
}
