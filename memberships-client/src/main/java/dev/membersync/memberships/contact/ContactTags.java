package dev.membersync.memberships.contact;

import dev.membersync.client.Call;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import dev.membersync.memberships.internal.Wire;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The tags of one contact. Thread-safe; calls fail as {@link Call} says. */
public final class ContactTags {

    private final Wire wire;
    private final String contactId;

    ContactTags(Wire wire, String contactId) {
        this.wire = wire;
        this.contactId = contactId;
    }

    /**
     * Adds tags, and gives all that the contact has then: {@code POST /contacts/{contactId}/tags} (SPEC). A tag that
     * nobody used before becomes a tag of the whole location, for good (LIVE).
     */
    public Call<List<String>> add(Collection<String> tags) {
        return change("contacts.tags.add", tags);
    }

    /** Removes tags, and gives those that are left: {@code DELETE /contacts/{contactId}/tags} with a body (SPEC). */
    public Call<List<String>> remove(Collection<String> tags) {
        return change("contacts.tags.remove", tags);
    }

    private Call<List<String>> change(String operation, Collection<String> tags) {
        return wire.call(operation)
                .path("contactId", contactId)
                .json(Map.of("tags", List.copyOf(tags)))
                .reader(body -> Json.object(body, ContactTags::left));
    }

    private static List<String> left(Fields answer) {
        if (!answer.has("tags")) {
            throw new UnreadableException("the answer does not say which tags the contact has");
        }
        return answer.texts("tags");
    }
}
