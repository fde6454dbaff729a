package dev.membersync.client.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.Problem;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.error.ServerException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.error.ThrottledException.Quota;
import dev.membersync.client.error.TransportException;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RetryPolicyTest {
    private static final Problem WHY = Problem.of("why", "next");

    private static RuntimeException notSent() {
        return TransportException.notSent("a", null);
    }

    private static RuntimeException unknown() {
        return TransportException.outcomeUnknown("a", null);
    }

    private static RuntimeException server() {
        return new ServerException(WHY, Optional.empty(), null);
    }

    private static RuntimeException burst() {
        return throttled(Quota.BURST, Optional.empty());
    }

    private final RetryPolicy standard = RetryPolicy.standard(new SplittableRandom(1));

    static Stream<Arguments> table() {
        return Stream.of(
                Arguments.of(notSent(), true, true, true),
                Arguments.of(unknown(), true, true, false),
                Arguments.of(server(), true, true, false),
                Arguments.of(burst(), true, true, true),
                Arguments.of(throttled(Quota.DAILY, Optional.empty()), false, false, false),
                Arguments.of(throttled(Quota.LOCAL, Optional.empty()), false, false, false),
                Arguments.of(new AuthException(WHY, null), false, false, false),
                Arguments.of(new RejectedException(WHY, null), false, false, false),
                Arguments.of(new NotFoundException(WHY, null), false, false, false),
                Arguments.of(new IllegalStateException(), false, false, false));
    }

    @ParameterizedTest
    @MethodSource("table")
    void theStandardLooksAtSafetyAndFailure(RuntimeException failure, boolean read, boolean write, boolean once) {
        assertThat(retries(standard, attempt(1, Safety.READ, failure))).isEqualTo(read);
        assertThat(retries(standard, attempt(1, Safety.IDEMPOTENT_WRITE, failure)))
                .isEqualTo(write);
        assertThat(retries(standard, attempt(1, Safety.ONCE_ONLY, failure))).isEqualTo(once);
    }

    @Test
    void theStandardStopsAfterThreeTries() {
        assertThat(retries(standard, attempt(2, Safety.READ, server()))).isTrue();
        assertThat(retries(standard, attempt(3, Safety.READ, server()))).isFalse();
    }

    @Test
    void theStandardStopsWhenTheWaitWouldPassTheTimeLeft() {
        RuntimeException asks = throttled(Quota.BURST, Optional.of(Duration.ofMinutes(2)));
        assertThat(retries(standard, attempt(1, Safety.READ, asks))).isFalse();
    }

    @Test
    void aFailingServerThatAsksToWaitIsGivenTheTime() {
        RuntimeException asks = new ServerException(WHY, Optional.of(Duration.ofSeconds(7)), null);
        assertThat(standard.next(attempt(1, Safety.READ, asks))).isEqualTo(Decision.retryAfter(Duration.ofSeconds(7)));
    }

    @Test
    void exponentialDoublesUpToItsCap() {
        RetryPolicy policy = RetryPolicy.exponential(Duration.ofMillis(100), Duration.ofMillis(350));
        assertThat(Stream.of(1, 2, 3, 9).map(n -> delay(policy, attempt(n, Safety.READ, server()))))
                .containsExactly(
                        Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(350), Duration.ofMillis(350));
    }

    @Test
    void jitterStaysWithinTheWait() {
        RetryPolicy policy = always(Duration.ofMillis(10)).withJitter(new SplittableRandom(7));
        for (int i = 0; i < 1000; i++) {
            assertThat(delay(policy, attempt(1, Safety.READ, server())))
                    .isBetween(Duration.ZERO, Duration.ofMillis(10));
        }
    }

    @Test
    void retryAfterIsAMinimum() {
        RetryPolicy policy = always(Duration.ofSeconds(2)).honouringRetryAfter();
        assertThat(delay(policy, attempt(1, Safety.READ, throttled(Quota.BURST, Optional.of(Duration.ofSeconds(9))))))
                .isEqualTo(Duration.ofSeconds(9));
        assertThat(delay(policy, attempt(1, Safety.READ, throttled(Quota.BURST, Optional.of(Duration.ofSeconds(1))))))
                .isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void withinCountsTheWait() {
        RetryPolicy policy = always(Duration.ofSeconds(2)).within(Duration.ofSeconds(5));
        assertThat(retries(policy, elapsed(Duration.ofSeconds(3)))).isTrue();
        assertThat(retries(policy, elapsed(Duration.ofSeconds(4)))).isFalse();
    }

    @Test
    void orAsksTheOtherOnStop() {
        RetryPolicy policy = RetryPolicy.none().or(always(Duration.ofSeconds(2)));
        assertThat(delay(policy, attempt(1, Safety.READ, server()))).isEqualTo(Duration.ofSeconds(2));
    }

    private static RetryPolicy always(Duration delay) {
        return attempt -> Decision.retryAfter(delay);
    }

    private static boolean retries(RetryPolicy policy, Attempt attempt) {
        return policy.next(attempt) instanceof Decision.RetryAfter;
    }

    private static Duration delay(RetryPolicy policy, Attempt attempt) {
        return ((Decision.RetryAfter) policy.next(attempt)).delay();
    }

    private static Attempt attempt(int number, Safety safety, RuntimeException failure) {
        return new Attempt(number, safety, failure, Duration.ZERO, Duration.ofMinutes(1));
    }

    private static Attempt elapsed(Duration elapsed) {
        return new Attempt(1, Safety.READ, server(), elapsed, Duration.ofMinutes(1));
    }

    private static RuntimeException throttled(Quota quota, Optional<Duration> retryAfter) {
        return new ThrottledException(WHY, quota, retryAfter, null);
    }
}
