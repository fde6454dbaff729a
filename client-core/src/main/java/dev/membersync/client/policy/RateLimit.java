package dev.membersync.client.policy;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * What a vendor allows, or what a user wants to be used of it.
 *
 * @param calls calls in any window, at least 1
 * @param per the window
 * @param daily calls in 24 hours; empty when there is no such quota
 * @param fixed whether replies may only lower it, never raise it; default false
 */
public record RateLimit(int calls, Duration per, OptionalInt daily, boolean fixed) {
    /** Refuses a limit that lets nothing through. */
    public RateLimit {
        if (calls < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("a rate limit needs at least one call in a positive window");
        }
    }

    /** A limit that replies may move up and down. */
    public RateLimit(int calls, Duration per, OptionalInt daily) {
        this(calls, per, daily, false);
    }

    /** A limit without a quota of the day that replies may move up and down. */
    public static RateLimit of(int calls, Duration per) {
        return new RateLimit(calls, per, OptionalInt.empty());
    }

    /** The same limit as a user's decision: what replies say may lower it and never raises it. */
    public RateLimit asFixed() {
        return new RateLimit(calls, per, daily, true);
    }
}
