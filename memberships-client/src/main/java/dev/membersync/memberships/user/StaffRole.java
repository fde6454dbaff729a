package dev.membersync.memberships.user;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a member of the staff may do how much (SPEC, memberships-api.md 2.1).
 *
 * @param type               {@code account} for locations, {@code agency} for the company
 * @param role               {@code admin} or {@code user}
 * @param locationIds        the locations. Unmodifiable
 * @param restrictSubAccount whether somebody of the company sees those locations alone; can only be read
 * @param extra              the fields that this type does not know. Unmodifiable
 */
public record StaffRole(
        Optional<String> type,
        Optional<String> role,
        List<String> locationIds,
        Optional<Boolean> restrictSubAccount,
        Map<String, Object> extra) {

    /** Copies the collections. */
    public StaffRole {
        locationIds = List.copyOf(locationIds);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** A user of these locations. */
    public static StaffRole user(String... locationIds) {
        return of("account", "user", locationIds);
    }

    /** An administrator of these locations. */
    public static StaffRole admin(String... locationIds) {
        return of("account", "admin", locationIds);
    }

    /** Any other. */
    public static StaffRole of(String type, String role, String... locationIds) {
        return new StaffRole(Optional.of(type), Optional.of(role), List.of(locationIds), Optional.empty(), Map.of());
    }
}
