package dev.membersync.sync.store;

import dev.membersync.client.policy.Lane;
import java.util.List;

/** Lanes at rest: a number that stays the same when the enum is reordered; smaller is more urgent. */
final class Lanes {
    /** Most urgent first. */
    static final List<Lane> BY_URGENCY = List.of(Lane.LIVE, Lane.RETRY, Lane.VERIFY, Lane.BACKFILL);

    private Lanes() {}

    static int rank(Lane lane) {
        return BY_URGENCY.indexOf(lane);
    }

    static Lane of(int rank) {
        if (rank < 0 || rank >= BY_URGENCY.size()) {
            throw new StoreException("the store holds the unknown lane " + rank + "; a newer version wrote it");
        }
        return BY_URGENCY.get(rank);
    }
}
