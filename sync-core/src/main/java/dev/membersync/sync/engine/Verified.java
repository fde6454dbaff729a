package dev.membersync.sync.engine;

import java.util.List;
import java.util.Map;

/**
 * What a verification found.
 *
 * @param pairs live links
 * @param equal those whose sides agree
 * @param aligned those whose records name each other
 * @param figures how many rows there are of each kind
 * @param rows the first thousand of each kind
 */
public record Verified(long pairs, long equal, long aligned, Map<Kind, Long> figures, List<Row> rows) {
    /** What can be found. */
    public enum Kind {
        /** The two sides of a pair differ in these fields. */
        MISMATCH,
        /** The ticket of a pair is not in the attendee list. */
        NOT_LISTED,
        /** A member should be registered, is not, and nobody was asked. */
        MISSING,
        /** A ticket carries the tag of a member who has another one. */
        SECOND_TICKET,
        /** The ticket of a pair carries the tag of another member. */
        SHARED_TICKET,
        /** A ticket carries the tag of a member who has no link. */
        ORPHAN,
        /** Another ticket without a member has a linked holder's name and address: bought by hand, or one too many. */
        SAME_HOLDER,
        /** A record of a pair does not name the other one, although these fields could. */
        UNALIGNED
    }

    /** One finding: the member, the ticket where there is one, and the fields in question; no values. */
    public record Row(Kind kind, String userId, String ticket, List<String> fields) {}
}
