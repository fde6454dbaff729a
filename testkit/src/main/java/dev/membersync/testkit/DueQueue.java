package dev.membersync.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** The scheduler of a fake that was given none: actions wait here until the fake is used after they fell due. */
final class DueQueue implements FakeScheduler {
    private record Due(Instant at, long number, Runnable action) {}

    private final InstantSource time;
    private final PriorityQueue<Due> waiting =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
    private long numbers;

    DueQueue(InstantSource time) {
        this.time = time;
    }

    @Override
    public synchronized void schedule(Duration delay, Runnable action) {
        waiting.add(new Due(time.instant().plus(delay), numbers++, action));
    }

    /** Runs what fell due, outside the lock of this queue. */
    void run() {
        Queue<Runnable> ready = new ArrayDeque<>();
        synchronized (this) {
            Instant now = time.instant();
            Due next = waiting.peek();
            while (next != null && !next.at().isAfter(now)) {
                waiting.remove();
                ready.add(next.action());
                next = waiting.peek();
            }
        }
        ready.forEach(Runnable::run);
    }
}
