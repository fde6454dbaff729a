package dev.membersync.accelevents.session;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.PlatformUserId;
import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.Person;
import java.util.Map;
import java.util.Optional;

/**
 * One person registered for a session. The vendor lists what a row tells, not its keys, so several spellings are read (INFER).
 *
 * @param attendee name and address
 * @param attended whether the person came; empty when the row does not say
 * @param eventTicketId the issued ticket; empty when the row does not say
 * @param userId the account; empty when the row does not say
 * @param extra every other field of the row
 */
public record SessionAttendance(
        Person attendee,
        Optional<Boolean> attended,
        Optional<EventTicketId> eventTicketId,
        Optional<PlatformUserId> userId,
        Map<String, Object> extra) {
    public SessionAttendance {
        extra = Extras.copy(extra);
    }

    @Override
    public String toString() {
        return "SessionAttendance[" + eventTicketId.map(EventTicketId::value).orElse("?") + ", " + attended + "]";
    }
}
