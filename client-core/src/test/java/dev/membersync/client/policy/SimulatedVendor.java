package dev.membersync.client.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The vendor's side of a limit in simulated time: exact, with headers if wanted, and a record of every arrival. */
final class SimulatedVendor {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    final List<Long> admitted = new ArrayList<>();
    final List<Long> refused = new ArrayList<>();
    int limit;
    boolean headers = true;
    /** The window ends at whole multiples of ten seconds instead of sliding. */
    boolean fixed;
    /** So many of the next calls are refused whatever the count. */
    int forced;

    SimulatedVendor(int limit) {
        this.limit = limit;
    }

    RateSignal arrive(long now) {
        boolean admit = forced == 0 && used(now) < limit;
        forced = Math.max(0, forced - 1);
        (admit ? admitted : refused).add(now);
        RateSignal signal = headers ? told(limit, limit - used(now)) : RateSignal.NONE;
        return admit ? signal : signal.refused(Optional.empty());
    }

    /** Admitted calls that count at a time. */
    int used(long now) {
        long window = WINDOW.toNanos();
        long from = fixed ? now - now % window - 1 : now - window;
        return between(from, now);
    }

    /** Admitted calls after one time and up to another. */
    int between(long from, long to) {
        int count = 0;
        for (int i = admitted.size() - 1; i >= 0 && admitted.get(i) > from; i--) {
            count += admitted.get(i) <= to ? 1 : 0;
        }
        return count;
    }

    /** The most arrivals, refused ones included, in any window of ten seconds, its end not included. */
    int mostInAnyWindow() {
        List<Long> all = new ArrayList<>(admitted);
        all.addAll(refused);
        all.sort(null);
        int most = 0;
        int first = 0;
        for (int last = 0; last < all.size(); last++) {
            while (all.get(last) - all.get(first) >= WINDOW.toNanos()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    static RateSignal told(int limit, int remaining) {
        return new RateSignal(
                OptionalInt.of(limit),
                OptionalInt.of(remaining),
                Optional.of(WINDOW),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Duration.ZERO);
    }
}
