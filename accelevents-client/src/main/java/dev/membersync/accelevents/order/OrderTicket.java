package dev.membersync.accelevents.order;

import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.ticket.BundleType;
import dev.membersync.accelevents.ticket.DataType;
import dev.membersync.accelevents.ticket.TicketStatus;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * One ticket inside an order.
 *
 * @param eventTicketId the issued ticket, spelt with {@code Ticketing} in these rows; a text, since payments answer it as one
 * @param barcode the text of the printed code; empty when not shown
 * @param holder name and address of the holder
 * @param quantity how many tickets the row stands for, 1 as a rule
 * @param ticketType the name of the ticket type
 * @param bundle whether the ticket admits one person
 * @param dataType ticket or add-on
 * @param status the row's status as it came; its vocabulary is not documented
 * @param ticketStatus where the ticket stands
 * @param ticketPrice the price of the ticket; empty when not shown
 * @param paidAmount what was paid for it; empty when not shown
 * @param refundedAmount what was given back; empty when not shown
 * @param extra every other field of the row, the platform's own {@code userId} among them (never an identity of ours)
 */
public record OrderTicket(
        EventTicketId eventTicketId,
        Optional<Barcode> barcode,
        Person holder,
        long quantity,
        String ticketType,
        BundleType bundle,
        DataType dataType,
        String status,
        TicketStatus ticketStatus,
        Optional<BigDecimal> ticketPrice,
        Optional<BigDecimal> paidAmount,
        Optional<BigDecimal> refundedAmount,
        Map<String, Object> extra) {
    public OrderTicket {
        extra = Extras.copy(extra);
    }

    @Override
    public String toString() {
        return "OrderTicket[" + eventTicketId + ", " + ticketStatus.value() + "]";
    }
}
