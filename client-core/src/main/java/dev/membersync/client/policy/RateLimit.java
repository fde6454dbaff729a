package dev.membersync.client.policy;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * What a vendor allows.
 *
 * @param calls calls in any window, at least 1
 * @param per the window
 * @param daily calls in 24 hours; empty when there is no such quota
 */
public record RateLimit(int calls, Duration per, OptionalInt daily) {
    /** Refuses a limit that lets nothing through. */
    public RateLimit {
        if (calls < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("a rate limit needs at least one call in a positive window");
        }
    }

    /** A limit without a quota of the day. */
    public static RateLimit of(int calls, Duration per) {
        return new RateLimit(calls, per, OptionalInt.empty());
    }
}
