package dev.membersync.accelevents.attendee;

import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.ticket.TicketStatus;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the attendee list: one ticket and who holds it, without answers of the registration form.
 *
 * @param attendeeId the attendee, a text that is not purely numeric
 * @param barcode the text of the printed code; identifies the ticket in this list
 * @param holder name and address as the list has them
 * @param status the row's status as it came; its vocabulary is not documented
 * @param ticketStatus where the ticket stands
 * @param ticketType the name of the ticket type
 * @param eventTicketId the issued ticket; empty unless the server shows it (not documented for this list)
 * @param orderId the order; empty unless the server shows it (not documented for this list)
 * @param extra every other field of the row
 */
public record Attendee(
        Optional<AttendeeId> attendeeId,
        Optional<Barcode> barcode,
        Person holder,
        String status,
        TicketStatus ticketStatus,
        String ticketType,
        Optional<EventTicketId> eventTicketId,
        Optional<OrderId> orderId,
        Map<String, Object> extra) {
    public Attendee {
        extra = Extras.copy(extra);
    }

    @Override
    public String toString() {
        return "Attendee[" + attendeeId.map(AttendeeId::value).orElse("?") + ", " + ticketStatus.value() + "]";
    }
}
