package dev.membersync.client.policy;

import dev.membersync.client.error.ThrottledException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Arithmetic on waiting times. */
final class Waits {
    private Waits() {}

    static Duration jittered(Duration wait, RandomGenerator random) {
        return wait.isZero() ? wait : Duration.ofNanos(random.nextLong(wait.toNanos() + 1));
    }

    static Duration atLeastRetryAfter(Duration wait, RuntimeException failure) {
        if (failure instanceof ThrottledException throttled) {
            return throttled
                    .retryAfter()
                    .filter(asked -> asked.compareTo(wait) > 0)
                    .orElse(wait);
        }
        return wait;
    }
}
