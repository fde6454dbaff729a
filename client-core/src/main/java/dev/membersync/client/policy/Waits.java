package dev.membersync.client.policy;

import dev.membersync.client.error.ServerException;
import dev.membersync.client.error.ThrottledException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Arithmetic on waiting times. */
final class Waits {
    private Waits() {}

    static Duration jittered(Duration wait, RandomGenerator random) {
        return wait.isZero() ? wait : Duration.ofNanos(random.nextLong(wait.toNanos() + 1));
    }

    static Duration atLeastRetryAfter(Duration wait, RuntimeException failure) {
        return asked(failure).filter(asked -> asked.compareTo(wait) > 0).orElse(wait);
    }

    private static Optional<Duration> asked(RuntimeException failure) {
        if (failure instanceof ThrottledException throttled) {
            return throttled.retryAfter();
        }
        return failure instanceof ServerException server ? server.retryAfter() : Optional.empty();
    }
}
