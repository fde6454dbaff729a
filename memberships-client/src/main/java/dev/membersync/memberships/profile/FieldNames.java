package dev.membersync.memberships.profile;

import dev.membersync.client.internal.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Under which names a dialect sends the standard fields of a user: for each, its aliases in the order in which they are
 * looked up; the first that has a value wins. Data of a {@link MembershipsProfile}; immutable.
 *
 * @param aliases standard field to the names on the wire; a field without an entry is looked up by its own name
 */
public record FieldNames(Map<String, List<String>> aliases) {

    /** The identity of a user, {@value}. */
    public static final String USER_ID = "userId";

    /** The e-mail address, {@value}. */
    public static final String EMAIL = "email";

    /** The whole name, {@value}. */
    public static final String FULL_NAME = "fullName";

    /** The first name, {@value}: read only where the whole name is missing. */
    public static final String FIRST_NAME = "firstName";

    /** The last name, {@value}: read only where the whole name is missing. */
    public static final String LAST_NAME = "lastName";

    /** The status of the membership, {@value}. */
    public static final String STATUS = "status";

    /** The plan, {@value}. */
    public static final String PLAN_ID = "planId";

    /** The registration status, {@value}. */
    public static final String REGISTRATION_STATUS = "registrationStatus";

    /**
     * The aliases that the pages about the STANDARD contract use (DOC, memberships-api.md 7.1 and 7.2): they agree on
     * {@code email} and differ on nearly everything else.
     */
    public static final FieldNames STANDARD = new FieldNames(Map.of(
            USER_ID, List.of("userId", "id", "_id"),
            FULL_NAME, List.of("fullName", "name", "contactName"),
            STATUS, List.of("status", "membershipStatus"),
            PLAN_ID, List.of("planId", "plan", "membershipPlan", "planName")));

    /** The names of the live service (SPEC, memberships-api.md 2.1 and 2.2). */
    public static final FieldNames HIGHLEVEL =
            new FieldNames(Map.of(USER_ID, List.of("id", "_id"), FULL_NAME, List.of("name", "contactName")));

    /** Copies the lists; refuses a field without any alias. */
    public FieldNames {
        var copy = new LinkedHashMap<String, List<String>>();
        aliases.forEach((field, names) -> {
            if (names.isEmpty()) {
                throw new IllegalArgumentException("no name given for the field " + field);
            }
            copy.put(Texts.required("field", field), List.copyOf(names));
        });
        aliases = Collections.unmodifiableMap(copy);
    }

    /** The names to look this standard field up by, at least one. */
    public List<String> of(String field) {
        List<String> names = aliases.get(field);
        return names == null ? List.of(field) : names;
    }

    /** The same names, but this field is looked up by these. */
    public FieldNames with(String field, String... names) {
        var copy = new LinkedHashMap<>(aliases);
        copy.put(field, List.of(names));
        return new FieldNames(copy);
    }
}
