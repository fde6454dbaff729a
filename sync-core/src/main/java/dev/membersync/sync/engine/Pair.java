package dev.membersync.sync.engine;

import dev.membersync.sync.record.Mark;
import dev.membersync.sync.store.Base;
import java.util.Map;
import java.util.Optional;

/**
 * A member and its registration as they stand, beside what they last agreed on.
 *
 * @param link whether the two are linked
 * @param left the member's side
 * @param right the registration's side
 * @param base per field, the pair that was last agreed
 */
record Pair(LinkStanding link, Side left, Side right, Map<String, Base> base) {
    /** Whether two records are linked. */
    enum LinkStanding {
        /** No link. */
        NONE,
        /** A live link. */
        LIVE,
        /** A closed one. */
        CLOSED,
        /** One that was stopped. */
        FENCED
    }

    /** Whether a record exists. */
    enum Presence {
        /** It does. */
        PRESENT,
        /** It is confirmed not to. */
        GONE
    }

    /**
     * One side.
     *
     * @param presence whether the record exists
     * @param marks what it shows, by field; a field that is not in the map is unseen
     */
    record Side(Presence presence, Map<String, Mark> marks) {
        static Side present(Map<String, Mark> marks) {
            return new Side(Presence.PRESENT, marks);
        }

        static Side gone() {
            return new Side(Presence.GONE, Map.of());
        }

        Mark mark(String field) {
            return marks.getOrDefault(field, Mark.UNSEEN);
        }

        boolean isGone() {
            return presence == Presence.GONE;
        }
    }

    Optional<Base> base(String field) {
        return Optional.ofNullable(base.get(field));
    }
}
