package dev.membersync.sync.store;

import dev.membersync.sync.record.Mark;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A member as last observed, without personal data.
 *
 * @param userId the identity
 * @param marks what the member shows, by field
 * @param emailKey the keyed hash of the normalised address, when there is one
 * @param generation the number of the last scan that saw the member
 * @param gone true when the member is confirmed not to exist any more
 */
public record MemberRow(String userId, Map<String, Mark> marks, OptionalLong emailKey, long generation, boolean gone) {
    public MemberRow {
        marks = Map.copyOf(marks);
    }

    /** This row with other marks and another address. */
    public MemberRow with(Map<String, Mark> newMarks, OptionalLong newEmailKey) {
        return new MemberRow(userId, newMarks, newEmailKey, generation, gone);
    }
}
