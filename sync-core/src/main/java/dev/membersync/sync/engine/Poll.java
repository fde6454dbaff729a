package dev.membersync.sync.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * One workflow in a reading of a feed. Pages may be older than what it knows, and come again.
 *
 * @param <P> a page of the feed
 */
interface Poll<P> {
    /** The name of the feed. */
    String feed();

    /** Where this workflow has to be read from. */
    Instant from();

    /** Every page since then; empty when the service cannot tell. */
    Optional<Iterable<P>> since(Instant time);

    /**
     * Keeps a page of a reading that began at {@link #from} or before: marks and position in one transaction.
     *
     * @param began when the page was asked for, by the monotonic clock
     */
    void take(P page, long began);

    /** How many rows came. */
    long rows();

    /** How many members were marked. */
    long marked();
}
