package dev.membersync.accelevents.order;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.ticket.TicketType;
import java.math.BigDecimal;

/**
 * The exchange of one issued ticket for another type. Prices are those of the types; what a discount took off is the vendor's to know.
 *
 * @param orderId the order that holds the ticket
 * @param eventTicketId the issued ticket
 * @param newTicketTypeId the type it becomes
 * @param money what it does to the money
 * @param difference new price less old price, in major units of the event's currency
 * @param settlement how that difference is settled
 * @param mailAttendee whether the vendor mails the attendee; false unless asked for
 */
public record Exchange(
        OrderId orderId,
        EventTicketId eventTicketId,
        TicketTypeId newTicketTypeId,
        MoneyCase money,
        BigDecimal difference,
        Settlement settlement,
        boolean mailAttendee) {
    /** Refuses a settlement that does not fit the case: {@link IllegalArgumentException}. */
    public Exchange {
        if (!money.covers(difference)) {
            throw new IllegalArgumentException("an exchange " + money + " has no such difference in price");
        }
        var objection = settlement.objection(difference);
        if (!objection.isEmpty()) {
            throw new IllegalArgumentException("an exchange " + money + " cannot be settled so: " + objection);
        }
    }

    /** An exchange between two prices, in major units of the event's currency. */
    public static Exchange of(
            OrderId orderId,
            EventTicketId eventTicketId,
            TicketTypeId newTicketTypeId,
            BigDecimal oldPrice,
            BigDecimal newPrice,
            Settlement settlement) {
        var money = MoneyCase.of(oldPrice, newPrice);
        return new Exchange(
                orderId, eventTicketId, newTicketTypeId, money, newPrice.subtract(oldPrice), settlement, false);
    }

    /**
     * An exchange between two types as the staff view shows them.
     *
     * @throws IllegalArgumentException when one is not free and shows no price
     */
    public static Exchange of(
            OrderId orderId, EventTicketId eventTicketId, TicketType from, TicketType to, Settlement settlement) {
        return of(orderId, eventTicketId, to.id(), price(from), price(to), settlement);
    }

    /**
     * An exchange between types of one price, whatever it is: nothing is due and nobody is mailed. It stands as {@link MoneyCase#PAID_TO_PAID}, the case least is known of; for
     * two free types the other factories say {@link MoneyCase#FREE_TO_FREE}.
     */
    public static Exchange ofEqualPrice(OrderId orderId, EventTicketId eventTicketId, TicketTypeId newTicketTypeId) {
        return new Exchange(
                orderId,
                eventTicketId,
                newTicketTypeId,
                MoneyCase.PAID_TO_PAID,
                BigDecimal.ZERO,
                Settlement.NONE,
                false);
    }

    /** The same exchange with the attendee mailed or not. */
    public Exchange withMail(boolean mail) {
        return new Exchange(orderId, eventTicketId, newTicketTypeId, money, difference, settlement, mail);
    }

    private static BigDecimal price(TicketType type) {
        if (type.price().isEmpty() && !type.isFree()) {
            throw new IllegalArgumentException("ticket type " + type.id() + " shows no price");
        }
        return type.unitPrice();
    }
}
