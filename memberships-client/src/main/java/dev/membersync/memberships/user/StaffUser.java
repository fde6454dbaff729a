package dev.membersync.memberships.user;

import dev.membersync.client.internal.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A login of the staff on HighLevel, who is no member; only the id is always there. The vendor knows neither a status
 * nor any point in time of it. The constructor may gain components; it is not part of the compatibility promise.
 *
 * @param id          the vendor's id
 * @param name        the whole name
 * @param firstName   the first name
 * @param lastName    the last name
 * @param email       the address that the login has
 * @param phone       the telephone; may contain blanks
 * @param extension   its extension
 * @param permissions what is switched on and off, by the vendor's names, undocumented ones too. Unmodifiable
 * @param scopes      what the login may do; a text where the SPEC is right, a list in real replies (LIVE). Unmodifiable
 * @param role        where and how much
 * @param deleted     whether it was deleted; in lists
 * @param extra       the fields that this type does not know. Unmodifiable
 */
public record StaffUser(
        String id,
        Optional<String> name,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> extension,
        Map<String, Boolean> permissions,
        List<String> scopes,
        Optional<StaffRole> role,
        Optional<Boolean> deleted,
        Map<String, Object> extra) {

    /** Refuses a blank id; copies the collections. */
    public StaffUser {
        Texts.required("id", id);
        permissions = Collections.unmodifiableMap(new LinkedHashMap<>(permissions));
        scopes = List.copyOf(scopes);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** Whether this permission is switched on; empty when the vendor did not name it. */
    public Optional<Boolean> may(String permission) {
        return Optional.ofNullable(permissions.get(permission));
    }

    /** Shows the id, the role and the names of the rest, never a person's data. */
    @Override
    public String toString() {
        return "StaffUser[id=" + id + ", role=" + role + ", extra=" + extra.keySet() + "]";
    }
}
