package dev.membersync.sync.store;

import dev.membersync.sync.record.Mark;

/**
 * What both sides of one field last agreed on. The two marks differ when the peer keeps our value in its own spelling.
 *
 * @param left the member's mark at that time
 * @param right the registration's mark at that time
 * @param unconfirmed true after a write whose answer did not show the record, until a read shows it
 */
public record Base(Mark left, Mark right, boolean unconfirmed) {
    /** A pair that a read has shown. */
    public static Base agreed(Mark left, Mark right) {
        return new Base(left, right, false);
    }

    /** A value that was written from the left and not yet read back. */
    public static Base sent(Mark value) {
        return new Base(value, value, true);
    }
}
