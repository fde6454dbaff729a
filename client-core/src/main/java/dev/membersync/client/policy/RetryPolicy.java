package dev.membersync.client.policy;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Decides whether a failed try is repeated and when: a pure function of the attempt. Policies are composed and shared;
 * they hold no state of a call and are safe for use by many threads. For example:
 *
 * <pre>{@code
 * RetryPolicy policy = RetryPolicy.exponential(Duration.ofSeconds(1), Duration.ofSeconds(30))
 *         .upTo(6)
 *         .honouringRetryAfter();
 * }</pre>
 */
@FunctionalInterface
public interface RetryPolicy {
    /** What follows this failure. */
    Decision next(Attempt attempt);

    /** Stops after n tries in all. */
    default RetryPolicy upTo(int tries) {
        return attempt -> attempt.number() >= tries ? Decision.stop() : next(attempt);
    }

    /** Stops when the wait would end later than this long after the first try. */
    default RetryPolicy within(Duration duration) {
        return attempt -> next(attempt) instanceof Decision.RetryAfter retry
                        && attempt.elapsed().plus(retry.delay()).compareTo(duration) <= 0
                ? retry
                : Decision.stop();
    }

    /** Full jitter: waits a random part of what this policy says. */
    default RetryPolicy withJitter(RandomGenerator random) {
        return attempt -> next(attempt) instanceof Decision.RetryAfter retry
                ? Decision.retryAfter(Waits.jittered(retry.delay(), random))
                : Decision.stop();
    }

    /** Waits at least as long as the vendor's Retry-After asks for, on 429 and 5xx; jitter inside never shortens that. */
    default RetryPolicy honouringRetryAfter() {
        return attempt -> next(attempt) instanceof Decision.RetryAfter retry
                ? Decision.retryAfter(Waits.atLeastRetryAfter(retry.delay(), attempt.failure()))
                : Decision.stop();
    }

    /** Asks the other policy when this one stops. */
    default RetryPolicy or(RetryPolicy other) {
        return attempt -> next(attempt) instanceof Decision.RetryAfter retry ? retry : other.next(attempt);
    }

    /** Asks this policy only about failures that {@link #standard} would repeat. */
    default RetryPolicy whenSafe() {
        return attempt -> Retryable.test(attempt) ? next(attempt) : Decision.stop();
    }

    /** Never repeats. */
    static RetryPolicy none() {
        return attempt -> Decision.stop();
    }

    /** Repeats every failure without end, waiting {@code first}, then twice as long each time, up to {@code cap}. */
    static RetryPolicy exponential(Duration first, Duration cap) {
        return new Exponential(first, cap);
    }

    /**
     * The default: 3 tries for reads and idempotent writes on transport failures, 5xx and burst throttling, full jitter
     * over 400 ms doubling to 20 s, Retry-After honoured. A once-only write is repeated only when it was certainly not
     * carried out: not sent, or answered 429. Credentials, refusals, missing records and the day's quota are never
     * retried, nor is a wait that would pass the time left.
     */
    static RetryPolicy standard(RandomGenerator random) {
        RetryPolicy waits = exponential(Duration.ofMillis(400), Duration.ofSeconds(20))
                .withJitter(random)
                .honouringRetryAfter()
                .upTo(3)
                .whenSafe();
        return attempt -> waits.next(attempt) instanceof Decision.RetryAfter retry
                        && retry.delay().compareTo(attempt.left()) < 0
                ? retry
                : Decision.stop();
    }
}
