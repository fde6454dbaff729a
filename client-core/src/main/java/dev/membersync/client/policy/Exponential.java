package dev.membersync.client.policy;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;

final class Exponential implements RetryPolicy {
    private final RetryConfig config;

    Exponential(Duration first, Duration cap) {
        this.config = RetryConfig.custom()
                .intervalFunction(IntervalFunction.ofExponentialBackoff(first, 2.0, cap))
                .build();
    }

    @Override
    public Decision next(Attempt attempt) {
        Long millis = config.getIntervalBiFunction().apply(attempt.number(), Either.left(attempt.failure()));
        return Decision.retryAfter(Duration.ofMillis(millis));
    }
}
