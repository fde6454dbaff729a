package dev.membersync.accelevents.order;

import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.internal.value.Extras;
import java.util.Map;
import java.util.Optional;

/**
 * A ticket that a payment issued.
 *
 * @param eventTicketId the issued ticket, the same one as in order rows; a text, since the wire has texts and numbers
 * @param attendeeId the attendee, a text that is not purely numeric (DOC)
 * @param email the holder's address as the reply repeats it; may be empty
 * @param extra every other field of the row
 */
public record IssuedTicket(
        EventTicketId eventTicketId, Optional<AttendeeId> attendeeId, String email, Map<String, Object> extra) {
    public IssuedTicket {
        extra = Extras.copy(extra);
    }

    @Override
    public String toString() {
        return "IssuedTicket[" + eventTicketId + "]";
    }
}
