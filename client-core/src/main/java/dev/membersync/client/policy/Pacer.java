package dev.membersync.client.policy;

import dev.membersync.client.time.Time;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import java.time.Duration;
import java.util.Map;

/**
 * Spaces permits evenly: one per cycle of window / allowed. The limiter's cycles lie on a fixed grid, so a caller that
 * wakes up late does not slow the ones after it down.
 */
final class Pacer {
    /** Below this no thread wakes up in time, so a cycle carries several permits instead. */
    private static final long SHORTEST_CYCLE = Duration.ofMillis(2).toNanos();

    private final AtomicRateLimiter limiter;
    private final int allowed;
    private final long windowNanos;

    Pacer(int allowed, long windowNanos, Time time) {
        this.allowed = allowed;
        this.windowNanos = windowNanos;
        long cycle = Math.max(1, (windowNanos + allowed - 1) / allowed);
        int permits = (int) Math.max(1, (SHORTEST_CYCLE + cycle - 1) / cycle);
        RateLimiterConfig config = RateLimiterConfig.custom()
                .limitForPeriod(permits)
                .limitRefreshPeriod(Duration.ofNanos(cycle * permits))
                .timeoutDuration(Duration.ZERO)
                .build();
        limiter = new AtomicRateLimiter("pace", config, Map.of(), time::nanos);
    }

    /** Near enough: each new pacer begins with a permit, so one for each small step would pace nothing. */
    boolean fits(int allowed, long windowNanos) {
        return this.windowNanos == windowNanos && Math.abs(this.allowed - allowed) <= this.allowed / 32;
    }

    /** Takes a permit if one is there now. */
    boolean take() {
        return limiter.reservePermission(1) == 0;
    }

    /** How long until the next permit. */
    long waitNanos() {
        return limiter.getDetailedMetrics().getNanosToWait();
    }
}
