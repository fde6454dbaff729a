package dev.membersync.memberships;

import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.profile.FieldNames;
import dev.membersync.memberships.user.MemberStatus;
import dev.membersync.memberships.user.User;
import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A member as the synchronisation sees one, whatever the profile keeps members in (users on STANDARD). An empty
 * {@code Optional} means that there is no value; whether that is known or merely unseen is told by {@link #carries}: a
 * field that is not carried must not be taken for one that was cleared.
 *
 * <p>The constructor may gain components; it is not part of the compatibility promise.
 *
 * @param userId             the id that identifies the member for good
 * @param email              the e-mail address as written by the vendor
 * @param fullName           the whole name
 * @param status             the status of the membership
 * @param planId             the plan of the member
 * @param registrationStatus the registration status; its values are open
 * @param carried            the standard fields that the reply named, {@code null} values included. Unmodifiable
 * @param extra              all other fields of the reply. Unmodifiable
 */
public record Member(
        String userId,
        Optional<String> email,
        Optional<String> fullName,
        Optional<MemberStatus> status,
        Optional<String> planId,
        Optional<String> registrationStatus,
        Set<String> carried,
        Map<String, Object> extra) {

    /** Refuses a blank id; copies the collections. Values of {@code extra} may be {@code null}. */
    public Member {
        Texts.required("userId", userId);
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(fullName, "fullName");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(registrationStatus, "registrationStatus");
        carried = Collections.unmodifiableSet(new TreeSet<>(carried));
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** The member that this user is, on profiles where members are users. */
    public static Member of(User user) {
        return new Member(
                user.userId(),
                user.email(),
                user.fullName(),
                user.status(),
                user.planId(),
                user.registrationStatus(),
                user.carried(),
                user.extra());
    }

    /** Whether the record is one of a contact that no rule makes a member; see {@link MembersApi#find}. */
    public boolean isOutside() {
        return status.equals(Optional.of(MemberStatus.NOT_A_MEMBER));
    }

    /** Whether this is the e-mail address, without regard to case. */
    boolean hasEmail(String other) {
        return email.map(Member::folded).equals(Optional.of(folded(other)));
    }

    private static String folded(String address) {
        return Normalizer.normalize(address.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Whether the reply named this standard field, such as {@link FieldNames#PLAN_ID}, be it with {@code null}. */
    public boolean carries(String field) {
        return carried.contains(field);
    }

    /** Shows the id and the names of the fields, never a person's data. */
    @Override
    public String toString() {
        return "Member[userId=" + userId + ", carried=" + carried + "]";
    }
}
