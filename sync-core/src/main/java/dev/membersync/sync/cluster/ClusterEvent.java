package dev.membersync.sync.cluster;

import java.time.Instant;

/** What is told of the shifts of this node. Holds no personal data. */
public sealed interface ClusterEvent {
    /** The tenant it is about. */
    String tenant();

    /** This node works on the tenant from now on. */
    record Began(String tenant) implements ClusterEvent {}

    /** This node has stopped working on the tenant; everything it had begun is finished or back in the queue. */
    record Ended(String tenant, Ending why) implements ClusterEvent {}

    /**
     * The tenant could not be opened or its shift broke; a node tries again at this time. The reason is for people and holds
     * no secret.
     *
     * @param failures how many times in a row
     */
    record Failed(String tenant, String reason, int failures, Instant again) implements ClusterEvent {}
}
