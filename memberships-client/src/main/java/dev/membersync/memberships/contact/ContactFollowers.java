package dev.membersync.memberships.contact;

import dev.membersync.client.Call;
import dev.membersync.client.internal.Json;
import dev.membersync.memberships.internal.Wire;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The staff who follow one contact. Thread-safe; calls fail as {@link Call} says. */
public final class ContactFollowers {

    private final Wire wire;
    private final String contactId;

    ContactFollowers(Wire wire, String contactId) {
        this.wire = wire;
        this.contactId = contactId;
    }

    /** Lets these users follow the contact: {@code POST /contacts/{contactId}/followers} (SPEC). */
    public Call<Followers> add(Collection<String> userIds) {
        return change("contacts.followers.add", userIds, "followersAdded");
    }

    /** Lets them follow it no longer: {@code DELETE /contacts/{contactId}/followers} with a body (SPEC). */
    public Call<Followers> remove(Collection<String> userIds) {
        return change("contacts.followers.remove", userIds, "followersRemoved");
    }

    private Call<Followers> change(String operation, Collection<String> userIds, String changed) {
        return wire.call(operation)
                .path("contactId", contactId)
                .json(Map.of("followers", List.copyOf(userIds)))
                .reader(body ->
                        Json.object(body, answer -> new Followers(answer.texts("followers"), answer.texts(changed))));
    }
}
