package dev.membersync.client.policy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** How many callers of this process want a permit at about the same time. */
final class Callers {
    /** Those that wake up so soon can still use a permit that is asked for now. */
    private static final long SOON = Duration.ofMillis(20).toNanos();
    /** One that does not come back so long after its time has given up. */
    private static final long GONE = Duration.ofMillis(250).toNanos();

    private final AtomicInteger inside = new AtomicInteger();
    private final ArrayDeque<Long> wakes = new ArrayDeque<>();

    /** One begins to ask, which may take until others have been answered. */
    void enter() {
        inside.incrementAndGet();
    }

    void leave() {
        inside.decrementAndGet();
    }

    /** One is about to be answered: a new one, or one that was told to come back. */
    synchronized void back(long now) {
        wakes.removeIf(wake -> now - wake > GONE);
        if (!wakes.isEmpty() && wakes.peek() - now <= SOON) {
            wakes.remove();
        }
    }

    synchronized void comesBackAt(long wake) {
        wakes.add(wake);
    }

    synchronized int wanting(long now, int most) {
        long soon = wakes.stream().filter(wake -> wake - now <= SOON).count();
        return (int) Math.min(most, inside.get() + soon);
    }
}
