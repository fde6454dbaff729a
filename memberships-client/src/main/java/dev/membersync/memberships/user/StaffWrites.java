package dev.membersync.memberships.user;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a client may write about the staff's logins on HighLevel: nothing, unless it is said here. Given to {@link
 * dev.membersync.memberships.MembershipsClientBuilder#staffWrites}; what it does not allow is refused before anything is
 * sent. Immutable.
 *
 * @param fields   the fields that may be written, by the vendor's names. What a new user must have needs no mention
 * @param creating whether users may be made
 * @param deleting whether users may be deleted
 */
public record StaffWrites(Set<String> fields, boolean creating, boolean deleting) {

    private static final Set<String> WRITABLE = Set.of(
            "firstName",
            "lastName",
            "password",
            "phone",
            "type",
            "role",
            "locationIds",
            "permissions",
            "scopes",
            "scopesAssignedToOnly",
            "profilePhoto",
            "twilioPhone",
            "platformLanguage");

    private static final String HOW = " is not allowed: say so with staffWrites(..) on the client's builder, as in ";

    /**
     * Copies the fields.
     *
     * @throws IllegalArgumentException when the vendor has no such field, or none that can be written: {@code email} can
     *                                  not be changed
     */
    public StaffWrites {
        fields = Set.copyOf(fields);
        Set<String> unknown = new TreeSet<>(fields);
        unknown.removeAll(WRITABLE);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("no fields of a staff user that can be written: " + unknown
                    + "; there are " + new TreeSet<>(WRITABLE));
        }
    }

    /** Nothing may be written. */
    public static StaffWrites none() {
        return new StaffWrites(Set.of(), false, false);
    }

    /** These fields may be written, by the vendor's names, such as {@code phone}. */
    public static StaffWrites of(String... fields) {
        return new StaffWrites(Set.copyOf(Arrays.asList(fields)), false, false);
    }

    /** The same, and users may be made. */
    public StaffWrites allowingCreate() {
        return new StaffWrites(fields, true, deleting);
    }

    /** The same, and users may be deleted. */
    public StaffWrites allowingDelete() {
        return new StaffWrites(fields, creating, true);
    }

    void checkFields(Set<String> names) {
        Set<String> refused = new TreeSet<>(names);
        refused.removeAll(fields);
        if (!refused.isEmpty()) {
            throw new IllegalStateException("to write " + String.join(", ", refused) + " of a staff user" + HOW
                    + "StaffWrites.of(\"" + String.join("\", \"", refused) + "\")");
        }
    }

    void checkCreate(Set<String> names) {
        if (!creating) {
            throw new IllegalStateException("to make a staff user" + HOW + "StaffWrites.of(..).allowingCreate()");
        }
        checkFields(names);
    }

    void checkDelete() {
        if (!deleting) {
            throw new IllegalStateException("to delete a staff user" + HOW + "StaffWrites.of(..).allowingDelete()");
        }
    }
}
