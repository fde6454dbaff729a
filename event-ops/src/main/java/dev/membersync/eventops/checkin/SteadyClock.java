package dev.membersync.eventops.checkin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Notices when a wall clock is set back, by the counter beside it. A clock that goes forward is no evidence, since counters
 * stop while devices sleep; only one that makes good what it was set back by, within a minute, takes the jump back.
 */
final class SteadyClock {
    /** Clocks are trimmed all the time; this much is no jump. */
    private static final long TRIM_NANOS = 2_000_000_000L;

    private static final long REPAIR_NANOS = 60_000_000_000L;

    private @Nullable Clocks before;
    private long setBack;

    /** How far the wall clock has been set back in all when it shows this, in nanoseconds. Call it in the order of time. */
    long advance(Clocks now) {
        if (before != null) {
            long wall = Duration.between(before.device(), now.device()).toNanos();
            // A counter that went back started anew: then the wall clock alone can tell.
            long counter = Math.max(0, now.monotonicNanos() - before.monotonicNanos());
            long jump = counter - wall;
            if (jump > TRIM_NANOS) {
                setBack += jump;
            } else if (setBack > 0 && Math.abs(setBack + jump) <= REPAIR_NANOS) {
                setBack = 0;
            }
        }
        before = now;
        return setBack;
    }
}
