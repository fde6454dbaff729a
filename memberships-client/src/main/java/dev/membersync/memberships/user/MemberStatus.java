package dev.membersync.memberships.user;

import java.util.Objects;

/**
 * The status of a membership: an open enumeration, because the vendor publishes no list of values. A value that is not
 * among the constants is carried unchanged and never an error. Two statuses are equal when their texts are, letter case
 * included.
 *
 * <p>The constants are assumptions drawn from the pages that describe the API (INFER, memberships-api.md 10.5).
 *
 * @param value the text on the wire; an empty one is a value too
 */
public record MemberStatus(String value) {

    /** The membership is in force. */
    public static final MemberStatus ACTIVE = new MemberStatus("active");

    /** The membership is not in force. */
    public static final MemberStatus INACTIVE = new MemberStatus("inactive");

    /** The membership waits for something, an approval or a first payment. */
    public static final MemberStatus PENDING = new MemberStatus("pending");

    /** The member or the organisation ended the membership. */
    public static final MemberStatus CANCELLED = new MemberStatus("cancelled");

    /** The membership ended by time. */
    public static final MemberStatus EXPIRED = new MemberStatus("expired");

    /** The member was removed. */
    public static final MemberStatus DELETED = new MemberStatus("deleted");

    /**
     * The record is not that of a member: on profiles where an explicit rule makes contacts members, the status of a
     * contact that the rule does not hold for, or no longer. Our word, not the vendor's.
     */
    public static final MemberStatus NOT_A_MEMBER = new MemberStatus("not_a_member");

    /** Takes any text. */
    public MemberStatus {
        Objects.requireNonNull(value, "value");
    }

    /** Whether the value is one of the constants of this type. */
    public boolean isKnown() {
        return equals(ACTIVE)
                || equals(INACTIVE)
                || equals(PENDING)
                || equals(CANCELLED)
                || equals(EXPIRED)
                || equals(DELETED);
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
