package dev.membersync.client.testing;

import dev.membersync.client.time.Cancellable;
import dev.membersync.client.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;

/**
 * A time that moves only when told: {@link #advance} moves it and runs what falls due, in order, on the calling thread;
 * {@link #sleep} advances by itself, which suits tests with one thread. Everything is deterministic. Thread-safe.
 */
public final class ManualTime implements Time {
    private final Instant start;
    private final TreeSet<Task> tasks = new TreeSet<>();
    private long nanos;
    private long sequence;

    private ManualTime(Instant start) {
        this.start = start;
    }

    /** A time that stands at an instant. */
    public static ManualTime at(Instant start) {
        return new ManualTime(start);
    }

    /** A time that stands at the first second of 2026 (UTC). */
    public static ManualTime create() {
        return at(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Override
    public synchronized Instant instant() {
        return start.plusNanos(nanos);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        long until = nanos() + duration.toNanos();
        while (!Thread.interrupted()) {
            if (!step(until)) {
                return;
            }
        }
        throw new InterruptedException();
    }

    @Override
    public synchronized Cancellable after(Duration duration, Runnable action) {
        Task task = new Task(nanos + Math.max(0, duration.toNanos()), sequence++, action);
        tasks.add(task);
        return () -> cancel(task);
    }

    /** Moves on and runs all tasks that fall due on the way, those they schedule included. */
    public void advance(Duration duration) {
        long until = nanos() + duration.toNanos();
        while (step(until)) {}
    }

    /** How many tasks wait. */
    public synchronized int waiting() {
        return tasks.size();
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }

    /** Runs the next task due until then, outside the lock; without one moves to that time. */
    private boolean step(long until) {
        Task task;
        synchronized (this) {
            if (tasks.isEmpty() || tasks.first().at() > until) {
                nanos = Math.max(nanos, until);
                return false;
            }
            task = tasks.pollFirst();
            nanos = Math.max(nanos, task.at());
        }
        task.action().run();
        return true;
    }

    private record Task(long at, long order, Runnable action) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }
}
