package dev.membersync.memberships.user;

import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.profile.FieldNames;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A user as the vendor sent it. Only the id is always there. An empty {@code Optional} means that the vendor gave no
 * value; whether it said so with {@code null} or did not name the field at all is told by {@link #carries}: a field that
 * is not carried is unknown, and must not be taken for one that was cleared. An empty text is a value.
 *
 * <p>Field names and their aliases are data of the profile ({@link FieldNames}; DOC, memberships-api.md 7.1 and 7.2).
 * The constructor may gain components; it is not part of the compatibility promise.
 *
 * @param userId             the vendor's id; a number on the wire becomes its decimal text
 * @param email              the e-mail address as written by the vendor
 * @param fullName           the whole name; first and last name joined by a blank where the vendor sends those
 * @param status             the status of the membership
 * @param planId             the plan of the member
 * @param registrationStatus the registration status; its values are open
 * @param carried            the standard fields that the row named, {@code null} values included. Unmodifiable
 * @param extra              the fields that this type does not know, in the order of the row. Unmodifiable
 */
public record User(
        String userId,
        Optional<String> email,
        Optional<String> fullName,
        Optional<MemberStatus> status,
        Optional<String> planId,
        Optional<String> registrationStatus,
        Set<String> carried,
        Map<String, Object> extra) {

    /** Refuses a blank id; copies the collections. Values of {@code extra} may be {@code null}. */
    public User {
        Texts.required("userId", userId);
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(fullName, "fullName");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(registrationStatus, "registrationStatus");
        carried = Collections.unmodifiableSet(new TreeSet<>(carried));
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** Whether the row named this standard field, such as {@link FieldNames#PLAN_ID}, be it with {@code null}. */
    public boolean carries(String field) {
        return carried.contains(field);
    }

    /** Shows the id and the names of the fields, never a person's data. */
    @Override
    public String toString() {
        return "User[userId=" + userId + ", carried=" + carried + "]";
    }
}
