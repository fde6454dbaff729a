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
 * A task that is to be done about a contact (SPEC, memberships-api.md 2.2).
 *
 * <p>The constructor may gain components; it is not part of the compatibility promise.
 *
 * @param id         the vendor's id
 * @param contactId  the contact
 * @param title      its title
 * @param body       its text
 * @param assignedTo the user who is to do it
 * @param dueDate    by when
 * @param completed  whether it is done
 * @param extra      the fields that this type does not know, in the order of the row. Unmodifiable
 */
public record Task(
        String id,
        Optional<String> contactId,
        Optional<String> title,
        Optional<String> body,
        Optional<String> assignedTo,
        Optional<Instant> dueDate,
        Optional<Boolean> completed,
        Map<String, Object> extra) {

    /** Refuses a blank id; copies the map. */
    public Task {
        Texts.required("id", id);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    static Task read(Fields row) {
        return new Task(
                Ids.of(row, "a task", "id", "_id"),
                row.text("contactId"),
                row.text("title"),
                row.text("body"),
                row.text("assignedTo"),
                row.instant("dueDate"),
                row.flag("completed"),
                row.rest());
    }

    /** Shows the ids, never what the task says. */
    @Override
    public String toString() {
        return "Task[id=" + id + ", contactId=" + contactId.orElse("?") + "]";
    }
}
