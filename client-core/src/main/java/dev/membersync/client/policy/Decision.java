package dev.membersync.client.policy;

import java.time.Duration;

/** What follows a failed try. */
public sealed interface Decision {
    /**
     * Try again.
     *
     * @param delay how long to wait first
     */
    record RetryAfter(Duration delay) implements Decision {}

    /** Do not try again; what follows is the caller's. */
    record Stop() implements Decision {}

    /** Try again after a wait. */
    static Decision retryAfter(Duration wait) {
        return new RetryAfter(wait);
    }

    /** Do not try again. */
    static Decision stop() {
        return Stops.STOP;
    }
}
