package dev.membersync.memberships.contact;

import dev.membersync.client.error.RejectedException;
import dev.membersync.client.internal.Texts;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The contact because of which another one was refused: {@code 400 This location does not allow duplicated contacts.}
 * (LIVE, memberships-api.md 4.1).
 *
 * @param contactId     the contact that is there already
 * @param matchingField what the two have in common, {@code email} or {@code phone}
 */
public record DuplicateContact(String contactId, Optional<String> matchingField) {

    /** Refuses a blank id. */
    public DuplicateContact {
        Texts.required("contactId", contactId);
        Objects.requireNonNull(matchingField, "matchingField");
    }

    /** What this refusal says about a duplicate; empty when it is about something else. */
    public static Optional<DuplicateContact> of(RejectedException refusal) {
        Map<String, String> details = refusal.problem().details();
        return Optional.ofNullable(details.get("meta.contactId"))
                .map(id -> new DuplicateContact(id, Optional.ofNullable(details.get("meta.matchingField"))));
    }
}
