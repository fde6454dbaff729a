package dev.membersync.sync.engine;

import java.time.Instant;
import java.util.List;

/** One member's create at a target that has no idempotency key. The draft is inside; it has the match key it is used with. */
interface CreateTarget {
    /**
     * A record that a search showed.
     *
     * @param ref its id at the target
     * @param createdAt when it was made, by the target's clock
     * @param linked true when it belongs to a member already
     */
    record Found(String ref, Instant createdAt, boolean linked) {}

    /** Sends the create once, without any retry. An exception counts as no answer at all. */
    SendAnswer send();

    /** Every record with this match key that the target shows now, linked or not. Never served from a cache. */
    List<Found> find(long matchKey);
}
