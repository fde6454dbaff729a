package dev.membersync.memberships.contact;

import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Ids;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An appointment with a contact (SPEC, memberships-api.md 2.2).
 *
 * <p>The constructor may gain components; it is not part of the compatibility promise.
 *
 * @param id                the vendor's id
 * @param contactId         the contact
 * @param calendarId        the calendar it is in
 * @param assignedUserId    the user who holds it
 * @param title             what it is about
 * @param appointmentStatus how far it is, such as {@code confirmed}; its values are open
 * @param startTime         when it begins; a time without an offset cannot be placed and stays in {@code extra}
 * @param endTime           when it ends, likewise
 * @param extra             the fields that this type does not know, in the order of the row. Unmodifiable
 */
public record Appointment(
        String id,
        Optional<String> contactId,
        Optional<String> calendarId,
        Optional<String> assignedUserId,
        Optional<String> title,
        Optional<String> appointmentStatus,
        Optional<Instant> startTime,
        Optional<Instant> endTime,
        Map<String, Object> extra) {

    /** Refuses a blank id; copies the map. */
    public Appointment {
        Texts.required("id", id);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    static Appointment read(Fields row) {
        return new Appointment(
                Ids.of(row, "an appointment", "id", "_id"),
                row.text("contactId"),
                row.text("calendarId"),
                row.text("assignedUserId"),
                row.text("title"),
                row.text("appointmentStatus"),
                row.instant("startTime"),
                row.instant("endTime"),
                row.rest());
    }

    /** Shows the ids, never a person's data. */
    @Override
    public String toString() {
        return "Appointment[id=" + id + ", contactId=" + contactId.orElse("?") + "]";
    }
}
