package dev.membersync.client.policy;

import java.time.Duration;

/** Spaces permits evenly over all processes: so many in each cell of a grid on the ledger's clock. Not thread-safe. */
final class Pace {
    /** Below this several processes do not meet a cell in time, so it carries several permits instead. */
    private static final long SHORTEST_CELL = Duration.ofMillis(20).toNanos();

    private long next;
    private int left;

    /** How long until the next permit; zero when there is one. */
    long waitNanos(long now, int allowed, long window) {
        if (next - now <= 0) {
            long cycle = Math.max(1, (window + allowed - 1) / allowed);
            int permits = (int) Math.max(1, (SHORTEST_CELL + cycle - 1) / cycle);
            long cell = cycle * permits;
            next += ((now - next) / cell + 1) * cell;
            left = permits;
        }
        return left > 0 ? 0 : next - now;
    }

    /** Takes a permit that is there. */
    void take() {
        left--;
    }

    void write(PageWriter page) {
        page.put(next);
        page.put(left);
    }

    void read(PageReader page) {
        next = page.number();
        left = page.small();
    }
}
