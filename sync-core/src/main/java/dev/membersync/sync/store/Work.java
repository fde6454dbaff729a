package dev.membersync.sync.store;

import dev.membersync.client.policy.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Members to look at. */
public interface Work {
    /**
     * Marks members, each one once however often it is named. A new mark is due now; an existing one keeps the earlier due time and the more urgent lane, raises
     * its {@code seq}, forgets its attempts and is no longer parked. A lease goes on.
     */
    void mark(Collection<String> userIds, Lane lane, Instant now);

    /**
     * Leases due items that nobody holds and that are not parked, in the order lane, due time, userId; raises their epoch.
     * A lease ends by itself when its time is over, which a store of many processes measures by its own clock; an epoch
     * is given once in a scope and never again.
     */
    List<WorkItem> lease(int limit, String owner, Instant now, Duration lease);

    /** Leases the items of these members that are there, due, free and not parked; raises their epoch. */
    List<WorkItem> lease(Collection<String> userIds, String owner, Instant now, Duration lease);

    /** Leases the item of one member if it is there, due, free and not parked. */
    default Optional<WorkItem> leaseOne(String userId, String owner, Instant now, Duration lease) {
        return lease(List.of(userId), owner, now, lease).stream().findFirst();
    }

    /** Removes a finished item; an item that was marked meanwhile stays and is free. False when the lease was lost. */
    boolean done(WorkItem item);

    /**
     * Frees an item for later and counts the attempt; an item that was marked meanwhile is free as the mark left it.
     * False when the lease was lost.
     */
    boolean retry(WorkItem item, Instant dueAt);

    /**
     * Frees an item for later without counting an attempt; an item that was marked meanwhile is free as the mark left it.
     * False when the lease was lost.
     */
    boolean postpone(WorkItem item, Instant dueAt);

    /**
     * Parks an item until {@link #unpark}; an item that was marked meanwhile is free as the mark left it. False when the
     * lease was lost.
     */
    boolean park(WorkItem item, String waitsFor);

    /** Frees up to this many items that wait for something, by userId; they are due now. */
    int unpark(String waitsFor, int limit, Instant now);

    /**
     * Frees the leases of the scope that this process holds, and those whose process has ended: of a store that belongs to
     * one process, all of them. Leases of other living processes go on. Whoever held one that was freed has lost it.
     */
    void takeOver();

    /** The item of a member. */
    Optional<WorkItem> find(String userId);

    /** Items in the order of their userId, leased and parked ones included. */
    List<WorkItem> page(String afterUserId, int limit);

    /** How many items there are, parked ones included. */
    long count();

    /** What waits in each lane; parked items are in none, a lane without items is left out. */
    Map<Lane, Backlog> counts();

    /**
     * What waits in a lane, leased or not.
     *
     * @param items how many
     * @param oldestDueAt since when the one that is due longest has been due, or when the first one will be
     */
    record Backlog(long items, Instant oldestDueAt) {}
}
