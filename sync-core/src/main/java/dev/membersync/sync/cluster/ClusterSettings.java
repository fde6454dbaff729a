package dev.membersync.sync.cluster;

import dev.membersync.client.time.Time;
import dev.membersync.sync.SyncListener;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a node was built with.
 *
 * @param url the database of the cluster
 * @param id the node's name and what tells this run of it from others
 * @param lease the longest time that a tenant is without a node after one was killed
 * @param grace how long a shift that ends waits for the members at work
 * @param workers how many members of a tenant are worked on at once
 * @param release the operator's order of configurations
 * @param news told what happens to shifts
 * @param listeners told what happens in a tenant
 * @param time the only time
 */
record ClusterSettings(
        String url,
        String id,
        Duration lease,
        Duration grace,
        int workers,
        long release,
        Consumer<ClusterEvent> news,
        Function<String, SyncListener> listeners,
        Time time) {
    private static final int STEPS_IN_A_LEASE = 16;
    private static final Duration LONGEST_STEP = Duration.ofSeconds(1);
    private static final int GATHERINGS_IN_A_LEASE = 4;
    private static final Duration LONGEST_GATHERING = Duration.ofSeconds(3);

    /** How often a node looks at what the others do. */
    Duration step() {
        return shorter(lease.dividedBy(STEPS_IN_A_LEASE), LONGEST_STEP);
    }

    /** How long the first nodes wait for each other. */
    Duration gathering() {
        return shorter(lease.dividedBy(GATHERINGS_IN_A_LEASE), LONGEST_GATHERING);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
