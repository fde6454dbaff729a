package dev.membersync.accelevents.model;

import java.util.Map;
import java.util.OptionalLong;

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
        String attendeeId,
        String barcode,
        Person holder,
        String status,
        TicketStatus ticketStatus,
        String ticketType,
        String eventTicketId,
        OptionalLong orderId,
        Map<String, Object> extra) {
    public Attendee {
        extra = Extras.copy(extra);
    }

    @Override
    public String toString() {
        return "Attendee[" + attendeeId + ", " + ticketStatus.value() + "]";
    }
}
