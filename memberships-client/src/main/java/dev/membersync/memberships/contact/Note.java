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
 * A note about a contact (SPEC, memberships-api.md 2.2).
 *
 * <p>The constructor may gain components; it is not part of the compatibility promise.
 *
 * @param id        the vendor's id
 * @param contactId the contact
 * @param userId    the user who wrote it
 * @param title     its title
 * @param body      its text
 * @param color     its colour
 * @param pinned    whether it stays on top
 * @param dateAdded when it was written
 * @param extra     the fields that this type does not know, in the order of the row. Unmodifiable
 */
public record Note(
        String id,
        Optional<String> contactId,
        Optional<String> userId,
        Optional<String> title,
        Optional<String> body,
        Optional<String> color,
        Optional<Boolean> pinned,
        Optional<Instant> dateAdded,
        Map<String, Object> extra) {

    /** Refuses a blank id; copies the map. */
    public Note {
        Texts.required("id", id);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    static Note read(Fields row) {
        return new Note(
                Ids.of(row, "a note", "id", "_id"),
                row.text("contactId"),
                row.text("userId"),
                row.text("title"),
                row.text("body"),
                row.text("color"),
                row.flag("pinned"),
                row.instant("dateAdded"),
                row.rest());
    }

    /** Shows the ids, never what the note says. */
    @Override
    public String toString() {
        return "Note[id=" + id + ", contactId=" + contactId.orElse("?") + "]";
    }
}
