package dev.membersync.testkit;

import java.time.Duration;

/**
 * The rate limit of a fake.
 *
 * @param calls calls allowed in every sliding window; 0 for no limit
 * @param window length of the window
 * @param daily calls allowed in 24 hours from the first; 0 for no limit
 * @param retryAfter whether a 429 names the seconds to wait
 */
public record RateRule(int calls, Duration window, long daily, boolean retryAfter) {
    /** No limit, and no rate headers. */
    public static RateRule none() {
        return new RateRule(0, Duration.ofSeconds(10), 0, false);
    }

    /** A burst limit without a daily one, whose 429 carries no Retry-After. */
    public static RateRule of(int calls, Duration window) {
        return new RateRule(calls, window, 0, false);
    }

    /** The same limit and a daily one. */
    public RateRule daily(long calls) {
        return new RateRule(this.calls, window, calls, retryAfter);
    }

    /** The same limit; a 429 names the seconds to wait. */
    public RateRule namingRetryAfter() {
        return new RateRule(calls, window, daily, true);
    }
}
