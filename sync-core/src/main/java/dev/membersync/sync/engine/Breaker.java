package dev.membersync.sync.engine;

import dev.membersync.client.time.Time;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.GuardPolicy.Totals;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Counts the operations that were decided in a sliding window against the guards, because a live run has no plan that could
 * be judged as a whole. Thread-safe.
 */
final class Breaker {
    private final GuardPolicy guards;
    private final Time time;
    private final long window;
    private final Deque<Decided> decided = new ArrayDeque<>();
    private long links;
    private long creates;
    private long changes;
    private long removals;

    Breaker(GuardPolicy guards, Time time, Duration window) {
        this.guards = guards;
        this.time = time;
        this.window = window.toNanos();
    }

    private record Decided(long at, int creates, int changes, int removals) {}

    /** How many links there are; what percentages are taken of. */
    synchronized void links(long count) {
        links = count;
    }

    /** Counts the operations of one member; the objection, with the number that it is about, when they are too many. */
    synchronized Optional<Objection> add(List<Task> tasks) {
        forget();
        Decided next = decided(tasks);
        Totals totals =
                new Totals(links, creates + next.creates(), changes + next.changes(), removals + next.removals());
        List<String> objections = guards.objections(totals);
        if (!objections.isEmpty()) {
            return Optional.of(new Objection(
                    totals.creates() + totals.changes() + totals.removals(), String.join("; ", objections)));
        }
        decided.addLast(next);
        count(next, 1);
        return Optional.empty();
    }

    /** Begins again with nothing counted. */
    synchronized void reset() {
        decided.clear();
        creates = 0;
        changes = 0;
        removals = 0;
    }

    private void forget() {
        while (!decided.isEmpty() && time.nanos() - decided.peekFirst().at() > window) {
            count(decided.removeFirst(), -1);
        }
    }

    private void count(Decided one, long sign) {
        creates += sign * one.creates();
        changes += sign * one.changes();
        removals += sign * one.removals();
    }

    /** Several writes to one member are one change. */
    private Decided decided(List<Task> tasks) {
        boolean create = tasks.stream().anyMatch(Task.Create.class::isInstance);
        boolean removal = tasks.stream().anyMatch(Task.Remove.class::isInstance);
        return new Decided(time.nanos(), create ? 1 : 0, !create && !removal ? 1 : 0, removal ? 1 : 0);
    }

    /**
     * Why the work stops.
     *
     * @param number how many operations it would have been
     * @param message for people
     */
    record Objection(long number, String message) {}
}
