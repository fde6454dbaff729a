package dev.membersync.sync.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who works on what, as the database shows it to every node. Immutable.
 *
 * @param nodes the living nodes, by name
 * @param shifts the tenants that a living node is configured with, by name
 */
public record ClusterStatus(List<Node> nodes, List<Shift> shifts) {
    public ClusterStatus {
        nodes = List.copyOf(nodes);
        shifts = List.copyOf(shifts);
    }

    /**
     * A living node.
     *
     * @param id its name and what tells this run of it from others
     * @param since when it came
     * @param leaving whether it is being closed
     */
    public record Node(String id, Instant since, boolean leaving) {}

    /**
     * A tenant.
     *
     * @param holder the id of the node that works on it; empty while nobody does
     * @param since since when
     * @param failures how many times in a row it could not be opened
     * @param due when a node tries to take it, where nobody works on it
     */
    public record Shift(
            String tenant, Optional<String> holder, Optional<Instant> since, int failures, Optional<Instant> due) {}

    /** Whether every tenant is worked on. */
    public boolean isComplete() {
        return shifts.stream().allMatch(shift -> shift.holder().isPresent());
    }
}
