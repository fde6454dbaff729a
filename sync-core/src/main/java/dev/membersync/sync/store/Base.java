package dev.membersync.sync.store;

import dev.membersync.sync.record.Mark;

/**
 * What both sides of one field last agreed on. The two marks differ when the peer keeps our value in its own spelling.
 *
 * @param left the member's mark at that time
 * @param right the registration's mark at that time
 * @param awaited the side that was written by a call whose answer did not show the record, until a read shows it
 * @param strife whether somebody keeps rewriting what is written
 */
public record Base(Mark left, Mark right, Written awaited, Strife strife) {
    /** Which side a write went to. */
    public enum Written {
        /** None. */
        NOBODY,
        /** The member. */
        LEFT,
        /** The registration. */
        RIGHT
    }

    /** A pair without strife; unconfirmed means that the registration was written and not seen since. */
    public Base(Mark left, Mark right, boolean unconfirmed) {
        this(left, right, unconfirmed ? Written.RIGHT : Written.NOBODY, Strife.NONE);
    }

    /** A pair that a read has shown. */
    public static Base agreed(Mark left, Mark right) {
        return new Base(left, right, false);
    }

    /** A value that was written to the registration and not yet read back. */
    public static Base sent(Mark value) {
        return new Base(value, value, true);
    }

    /** A value that was written to this side and not yet read back. */
    public static Base sent(Mark value, Written to) {
        return new Base(value, value, to, Strife.NONE);
    }

    /** The same pair with another record of strife. */
    public Base with(Strife other) {
        return new Base(left, right, awaited, other);
    }

    /** True after a write whose answer did not show the record, until a read shows it. */
    public boolean unconfirmed() {
        return awaited != Written.NOBODY;
    }
}
