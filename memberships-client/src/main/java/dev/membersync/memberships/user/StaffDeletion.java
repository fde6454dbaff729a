package dev.membersync.memberships.user;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a deletion, which the vendor puts into a queue and carries out minutes later.
 *
 * @param succeeded whether the deletion is in the queue, in any spelling of the flag
 * @param message   what the vendor says of it; names the user's address
 * @param extra     the fields that this type does not know. Unmodifiable
 */
public record StaffDeletion(boolean succeeded, Optional<String> message, Map<String, Object> extra) {

    /** Copies the extra fields. */
    public StaffDeletion {
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** Shows the outcome, never a person's data. */
    @Override
    public String toString() {
        return "StaffDeletion[succeeded=" + succeeded + ", extra=" + extra.keySet() + "]";
    }
}
