package dev.membersync.client.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.testing.ManualTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What replies may change. */
class LearnedLimitTest {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final ManualTime time = ManualTime.create();

    @ParameterizedTest
    @CsvSource({"50, 10, 50, 10", "100, 60, 100, 60", "10, 1, 10, 1", "200, 10, 100, 10", "100, 1, 100, 10"})
    void aFixedLimitIsLoweredAndNeverRaised(int calls, int seconds, int thenCalls, int thenSeconds) {
        RateBudget budget =
                RateBudget.of(RateLimit.of(calls, Duration.ofSeconds(seconds)).asFixed(), time);
        budget.learn(SimulatedVendor.told(100, 100));
        assertThat(budget.state().limit()).isEqualTo(thenCalls);
        assertThat(budget.state().allowed()).isEqualTo(thenCalls);
        assertThat(budget.state().window()).isEqualTo(Duration.ofSeconds(thenSeconds));
    }

    @Test
    void aLoweredFixedLimitRisesToItsOwnHeightAgain() {
        RateBudget budget = RateBudget.of(RateLimit.of(50, WINDOW).asFixed(), time);
        budget.learn(SimulatedVendor.told(25, 25));
        assertThat(budget.state().limit()).isEqualTo(25);
        budget.learn(SimulatedVendor.told(100, 100));
        assertThat(budget.state().limit()).isEqualTo(50);
    }

    @Test
    void aFixedQuotaOfTheDayIsNotRaised() {
        RateBudget budget = RateBudget.of(new RateLimit(100, WINDOW, OptionalInt.of(3), true), time);
        budget.learn(day(200_000, 199_000));
        assertThat(budget.state().dailyRemaining()).hasValue(3);
        budget.learn(day(200_000, 2));
        assertThat(budget.state().dailyRemaining()).hasValue(2);
    }

    @Test
    void refusalsInARowHalveTheRateEachTime() {
        RateBudget budget = RateBudget.of(RateLimit.of(100, WINDOW), time);
        budget.learn(RateSignal.NONE);
        int[] allowed = new int[4];
        for (int i = 0; i < allowed.length; i++) {
            time.advance(Duration.ofMillis(10_400));
            budget.turn(Lane.BACKFILL);
            time.advance(Duration.ofMillis(100));
            budget.learn(RateSignal.NONE.refused(Optional.empty()).took(Duration.ofMillis(100)));
            allowed[i] = budget.state().allowed();
        }
        assertThat(allowed).containsExactly(100, 50, 25, 12);
        time.advance(WINDOW.multipliedBy(7));
        assertThat(budget.state().allowed()).isEqualTo(100);
    }

    @Test
    void theRefusalsOfOneVolleyCountOnceHoweverLateTheyCome() {
        RateBudget budget = RateBudget.of(RateLimit.of(100, WINDOW), time);
        budget.learn(RateSignal.NONE);
        RateSignal refusal = RateSignal.NONE.refused(Optional.empty());
        time.advance(WINDOW);
        budget.learn(refusal.took(Duration.ofMillis(100)));
        budget.learn(refusal.took(Duration.ofMillis(120)));
        time.advance(Duration.ofSeconds(12));
        budget.learn(refusal.took(Duration.ofMillis(12_050)));
        assertThat(budget.state().allowed()).isEqualTo(100);
        assertThat(budget.state().closedFor()).isZero();
    }

    @Test
    void aNewcomerWhoIsRefusedComesBackAtAnotherTimeInsideTheWindowEachTime() {
        RateBudget budget = RateBudget.of(RateLimit.of(100, WINDOW), time);
        Set<Duration> waits = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            assertThat(budget.turn(Lane.LIVE).granted()).isTrue();
            time.advance(Duration.ofMillis(100));
            budget.learn(RateSignal.NONE.refused(Optional.empty()).took(Duration.ofMillis(100)));
            waits.add(budget.state().closedFor());
            time.advance(budget.state().closedFor());
        }
        assertThat(waits).hasSize(20).allMatch(wait -> wait.compareTo(Duration.ofMillis(2_500)) >= 0);
        assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofMillis(7_650)) <= 0);
        assertThat(budget.state().allowed())
                .as("nothing was learned about the rate")
                .isEqualTo(100);
    }

    @Test
    void aNewcomerWhoIsRefusedSendsOneCallAgain() {
        RateBudget budget = RateBudget.of(RateLimit.of(100, WINDOW), time);
        budget.turn(Lane.LIVE);
        budget.learn(RateSignal.NONE.refused(Optional.of(Duration.ofSeconds(20))));
        time.advance(Duration.ofSeconds(21));
        assertThat(budget.turn(Lane.LIVE).granted()).isTrue();
        time.advance(Duration.ofSeconds(5));
        assertThat(budget.turn(Lane.LIVE).granted()).isFalse();
    }

    private static RateSignal day(int limit, int remaining) {
        return new RateSignal(
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.of(limit),
                OptionalInt.of(remaining),
                Optional.of(Duration.ofHours(5)),
                false,
                Optional.empty(),
                Duration.ZERO);
    }
}
