package dev.membersync.sync.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * How a live run is made.
 *
 * @param pollEvery how often feeds are asked that can say what changed
 * @param scanEvery how often both lists are read whole; empty for what {@code dailyCalls} allows
 * @param dailyCalls the calls of a day; full lists take a twentieth of them at most
 * @param guardWindow the time in which decided operations count against the guards
 */
public record LiveSettings(Duration pollEvery, Optional<Duration> scanEvery, long dailyCalls, Duration guardWindow) {
    private static final Duration SHORTEST_SCAN = Duration.ofMinutes(15);
    private static final long SHARE = 20;

    /** The time between two full scans that read so many pages each, all workflows together. */
    public Duration scanEvery(long pages) {
        return scanEvery.orElse(longer(SHORTEST_SCAN, share(pages)));
    }

    /** The time between two polls that read so many pages each. */
    public Duration pollEvery(long pages) {
        return longer(pollEvery, share(pages));
    }

    /** The shortest time between two readings of so many pages that keeps them within the share of a day. */
    public Duration share(long pages) {
        return Duration.ofDays(1).multipliedBy(pages * SHARE).dividedBy(dailyCalls);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
