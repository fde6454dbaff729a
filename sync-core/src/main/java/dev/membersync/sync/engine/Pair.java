package dev.membersync.sync.engine;

import dev.membersync.sync.policy.ConflictPolicy.Resolution;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.store.Base;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A member and its registration as they stand, beside what they last agreed on.
 *
 * @param link whether the two are linked
 * @param left the member's side
 * @param right the registration's side
 * @param base per field, the pair that was last agreed
 * @param rebased true when another mapping made the base, so that its marks may not be comparable any more
 * @param now the time of the decision
 * @param answers per field, the side for which a person decided about what both sides show now
 */
record Pair(
        LinkStanding link,
        Side left,
        Side right,
        Map<String, Base> base,
        boolean rebased,
        Instant now,
        Map<String, Resolution> answers) {
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
        GONE,
        /** It is confirmed to be part of another one now. */
        MERGED
    }

    /**
     * One side.
     *
     * @param presence whether the record exists
     * @param marks what it shows, by field; a field that is not in the map is unseen
     * @param changedAt when it last changed by its own system's clock, where that is known
     */
    record Side(Presence presence, Map<String, Mark> marks, Optional<Instant> changedAt) {
        static Side present(Map<String, Mark> marks) {
            return present(marks, Optional.empty());
        }

        static Side present(Map<String, Mark> marks, Optional<Instant> changedAt) {
            return new Side(Presence.PRESENT, marks, changedAt);
        }

        static Side gone() {
            return new Side(Presence.GONE, Map.of(), Optional.empty());
        }

        static Side merged() {
            return new Side(Presence.MERGED, Map.of(), Optional.empty());
        }

        Mark mark(String field) {
            return marks.getOrDefault(field, Mark.UNSEEN);
        }

        boolean isGone() {
            return presence != Presence.PRESENT;
        }
    }

    /** A pair about which nobody was asked. */
    Pair(LinkStanding link, Side left, Side right, Map<String, Base> base, boolean rebased, Instant now) {
        this(link, left, right, base, rebased, now, Map.of());
    }

    /** A pair whose base was made by this mapping. */
    Pair(LinkStanding link, Side left, Side right, Map<String, Base> base) {
        this(link, left, right, base, false, Instant.EPOCH);
    }

    /** What was last agreed. A base of another mapping that fits neither side is none: the field is met anew (F-61). */
    Optional<Base> base(String field) {
        Optional<Base> known = Optional.ofNullable(base.get(field));
        return known.filter(agreed -> !rebased
                || !FieldMerge.leftChanged(known, left.mark(field))
                || !FieldMerge.rightChanged(known, right.mark(field)));
    }
}
