package dev.membersync.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/** When a delivery that failed is tried again: two texts of the vendor disagree. */
public enum WebhookRetry {
    /** Only after 429: six times, about every ten minutes, an hour and ten minutes in all. */
    ONLY_TOO_MANY,
    /** After anything but 2xx: up to twelve attempts with exponential back-off from a minute, at most an hour. */
    ANY_FAILURE,
    /** Never. */
    NONE;

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final long JITTER_SECONDS = 200;

    /** The wait after a failed attempt; empty when that was the last. The status is 0 when nobody answered. */
    Optional<Duration> next(int status, int attempt, SplittableRandom random) {
        boolean again = switch (this) {
            case ONLY_TOO_MANY -> status == 429 && attempt <= 6;
            case ANY_FAILURE -> (status < 200 || status > 299) && attempt < 12;
            case NONE -> false;
        };
        if (!again) {
            return Optional.empty();
        }
        Duration base = this == ONLY_TOO_MANY ? EVERY : Duration.ofMinutes(Math.min(60, 1L << (attempt - 1)));
        long jitter = this == ONLY_TOO_MANY ? JITTER_SECONDS : Math.max(1, base.toSeconds() / 5);
        return Optional.of(base.plusSeconds(random.nextLong(jitter)));
    }
}
