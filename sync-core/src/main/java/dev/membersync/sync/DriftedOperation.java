package dev.membersync.sync;

import dev.membersync.sync.engine.Agreed;
import java.util.List;

/**
 * An operation of a plan that was not made, because the world has moved since.
 *
 * @param planned what was planned
 * @param now what a sync would do about this member now; empty when nothing
 */
public record DriftedOperation(PlannedOperation planned, List<PlannedOperation> now) {
    public DriftedOperation {
        now = List.copyOf(now);
    }

    static DriftedOperation of(Agreed.Drift drift) {
        return new DriftedOperation(
                PlannedOperation.of(drift.planned()),
                drift.now().stream().map(PlannedOperation::of).toList());
    }

    /** One line for people. */
    @Override
    public String toString() {
        return "planned: " + planned + "; now: " + (now.isEmpty() ? "nothing" : now.toString());
    }
}
