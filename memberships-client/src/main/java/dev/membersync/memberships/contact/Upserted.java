package dev.membersync.memberships.contact;

import java.util.Objects;
import java.util.Optional;

/**
 * What an upsert did.
 *
 * @param created whether it made a new contact; empty when the answer does not say
 * @param contact the contact as it is now
 */
public record Upserted(Optional<Boolean> created, Contact contact) {

    /** Refuses {@code null}. */
    public Upserted {
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(contact, "contact");
    }
}
