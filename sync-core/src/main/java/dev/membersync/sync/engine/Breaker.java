package dev.membersync.sync.engine;

import dev.membersync.client.time.Time;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.GuardPolicy.Totals;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    private long enrolments;

    /** Those counted by now: a member who is tried again is no further operation. */
    private final Set<String> counted = new HashSet<>();

    Breaker(GuardPolicy guards, Time time, Duration window) {
        this.guards = guards;
        this.time = time;
        this.window = window.toNanos();
    }

    private record Decided(long at, String userId, int creates, int changes, int removals, int enrolments) {
        /** The kind comes first: it has one letter. */
        String key() {
            return (creates > 0 ? "c" : removals > 0 ? "r" : enrolments > 0 ? "e" : "u") + userId;
        }
    }

    /** How many links there are; what percentages are taken of. */
    synchronized void links(long count) {
        links = count;
    }

    /** Counts the operations on one member; the objection, with the number that it is about, when they are too many. */
    synchronized Optional<Objection> add(String userId, List<Task> tasks) {
        return add(decided(userId, tasks));
    }

    /** Counts a member who is to be made for this ticket; the objection when it is one too many. */
    synchronized Optional<Objection> addCreate(String ticket) {
        return add(new Decided(time.nanos(), ticket, 1, 0, 0, 0));
    }

    private Optional<Objection> add(Decided next) {
        forget();
        if (counted.contains(next.key())) {
            return Optional.empty();
        }
        Totals totals = new Totals(
                links,
                creates + next.creates(),
                changes + next.changes(),
                removals + next.removals(),
                enrolments + next.enrolments());
        List<String> objections = guards.objections(totals);
        if (!objections.isEmpty()) {
            return Optional.of(new Objection(
                    totals.creates() + totals.changes() + totals.removals() + totals.enrolments(),
                    String.join("; ", objections)));
        }
        decided.addLast(next);
        counted.add(next.key());
        count(next, 1);
        return Optional.empty();
    }

    /** Begins again with nothing counted. */
    synchronized void reset() {
        decided.clear();
        counted.clear();
        creates = 0;
        changes = 0;
        removals = 0;
        enrolments = 0;
    }

    private void forget() {
        while (!decided.isEmpty() && time.nanos() - decided.peekFirst().at() > window) {
            Decided old = decided.removeFirst();
            counted.remove(old.key());
            count(old, -1);
        }
    }

    private void count(Decided one, long sign) {
        creates += sign * one.creates();
        changes += sign * one.changes();
        removals += sign * one.removals();
        enrolments += sign * one.enrolments();
    }

    /** Several writes to one member are one change; to link what was there is none. */
    private Decided decided(String userId, List<Task> tasks) {
        int creates = has(Task.Create.class, tasks);
        int removals = has(Task.Remove.class, tasks);
        boolean changed = Stream.of(Task.Update.class, Task.Exchange.class, Task.UpdateMember.class)
                .anyMatch(kind -> has(kind, tasks) > 0);
        int changes = changed ? 1 : 0;
        int enrolled = (int) tasks.stream().filter(Task.Enrol.class::isInstance).count();
        return new Decided(time.nanos(), userId, creates, creates + removals > 0 ? 0 : changes, removals, enrolled);
    }

    private static int has(Class<? extends Task> kind, List<Task> tasks) {
        return tasks.stream().anyMatch(kind::isInstance) ? 1 : 0;
    }

    /**
     * Why the work stops.
     *
     * @param number how many operations it would have been
     * @param message for people
     */
    record Objection(long number, String message) {}
}
