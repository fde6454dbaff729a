package dev.membersync.accelevents.feed;

import dev.membersync.accelevents.attendee.Attendee;
import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.order.Order;
import dev.membersync.accelevents.order.OrderStatus;
import dev.membersync.accelevents.order.OrderTicket;
import dev.membersync.accelevents.ticket.DataType;
import dev.membersync.accelevents.ticket.TicketStatus;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One issued ticket with what both lists say about it.
 *
 * @param origin which of the lists it was found in; the other's fields are empty
 * @param eventTicketId the issued ticket, its identity; the attendee list may not show it
 * @param barcode the text of the printed code
 * @param attendeeId the attendee; from the attendee list alone
 * @param orderId the order
 * @param holder name and address of the holder; from the order when both have it
 * @param ticketType the name of the ticket type
 * @param dataType ticket or add-on
 * @param ticketStatus where the ticket stands; from the order unless that is silent
 * @param attendeeStatus the status of the attendee row as it came, or empty
 * @param orderStatus the payment status of the order, an empty word without one
 * @param note the note given when the order was placed, or empty
 * @param currency the currency of the amounts as it came, or empty
 * @param ticketPrice the price in major units
 * @param paidAmount what was paid for the ticket
 * @param refundedAmount what was given back
 */
public record JoinedTicket(
        Origin origin,
        Optional<EventTicketId> eventTicketId,
        Optional<Barcode> barcode,
        Optional<AttendeeId> attendeeId,
        Optional<OrderId> orderId,
        Person holder,
        String ticketType,
        DataType dataType,
        TicketStatus ticketStatus,
        String attendeeStatus,
        OrderStatus orderStatus,
        String note,
        String currency,
        Optional<BigDecimal> ticketPrice,
        Optional<BigDecimal> paidAmount,
        Optional<BigDecimal> refundedAmount) {

    static JoinedTicket of(Order order, OrderTicket ticket, Optional<AttendeeIndex.Seen> seen) {
        return new JoinedTicket(
                seen.isPresent() ? Origin.BOTH : Origin.ORDERS,
                Optional.of(ticket.eventTicketId()),
                ticket.barcode().or(() -> seen.flatMap(AttendeeIndex.Seen::barcode)),
                seen.flatMap(AttendeeIndex.Seen::attendeeId),
                Optional.of(order.id()),
                ticket.holder(),
                ticket.ticketType(),
                ticket.dataType(),
                ticket.ticketStatus().value().isEmpty()
                        ? seen.map(AttendeeIndex.Seen::ticketStatus).orElse(ticket.ticketStatus())
                        : ticket.ticketStatus(),
                seen.map(AttendeeIndex.Seen::status).orElse(""),
                order.status(),
                order.note(),
                order.currency(),
                ticket.ticketPrice(),
                ticket.paidAmount(),
                ticket.refundedAmount());
    }

    static JoinedTicket of(Attendee row) {
        return new JoinedTicket(
                Origin.ATTENDEES,
                row.eventTicketId(),
                row.barcode(),
                row.attendeeId(),
                row.orderId(),
                row.holder(),
                row.ticketType(),
                DataType.TICKET,
                row.ticketStatus(),
                row.status(),
                new OrderStatus(""),
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public String toString() {
        return "JoinedTicket[" + eventTicketId.map(EventTicketId::value).orElse("?") + ", " + origin + ", "
                + ticketStatus.value() + "]";
    }
}
