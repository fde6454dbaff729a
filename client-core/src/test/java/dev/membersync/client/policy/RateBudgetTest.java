package dev.membersync.client.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.policy.RateBudget.Turn;
import dev.membersync.client.testing.ManualTime;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateBudgetTest {
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final RateLimit LIMIT = RateLimit.of(100, WINDOW);

    private final ManualTime time = ManualTime.create();
    private final RateBudget budget = RateBudget.of(LIMIT, time);

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noSlidingWindowIsEverExceeded(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int calls = 1 + random.nextInt(120);
        Duration window = Duration.ofMillis(100 + random.nextInt(20_000));
        Duration latency = window.dividedBy(100);
        Traffic traffic = new Traffic(seed, RateLimit.of(calls, window), latency, window.dividedBy(50));
        int callers = 1 + random.nextInt(40);
        for (int i = 0; i < callers; i++) {
            Lane[] lanes = Lane.values();
            Duration think = random.nextBoolean() ? Duration.ZERO : window.dividedBy(1 + random.nextInt(20));
            traffic.caller(() -> lanes[random.nextInt(lanes.length)], think, () -> noise(random, calls));
        }
        traffic.time.advance(window.multipliedBy(12));
        assertThat(traffic.arrivals).isNotEmpty();
        assertThat(traffic.mostInAnyWindow(window)).isLessThanOrEqualTo(calls);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BACKFILL", "LIVE", "RETRY", "VERIFY"})
    void aBusyLaneUsesNinetySevenPercentOfTheLimit(Lane lane) {
        Traffic traffic = new Traffic(1, LIMIT, Duration.ofMillis(80), Duration.ofMillis(1));
        for (int i = 0; i < 16; i++) {
            traffic.caller(() -> lane, Duration.ZERO, () -> RateSignal.NONE);
        }
        traffic.time.advance(WINDOW.multipliedBy(100));
        assertThat(traffic.arrivals.size()).isGreaterThanOrEqualTo(9_700);
        assertThat(traffic.mostInAnyWindow(WINDOW)).isLessThanOrEqualTo(100);
    }

    @Test
    void aVeryLargeLimitIsReachedToo() {
        Traffic traffic =
                new Traffic(1, RateLimit.of(100_000, WINDOW), Duration.ofMillis(1), Duration.ofNanos(100_000));
        for (int i = 0; i < 64; i++) {
            traffic.caller(() -> Lane.BACKFILL, Duration.ZERO, () -> RateSignal.NONE);
        }
        traffic.time.advance(WINDOW.multipliedBy(2));
        assertThat(traffic.arrivals.size()).isGreaterThanOrEqualTo(194_000);
    }

    @Test
    void aFreshBudgetGrantsOneCallUntilItHears() {
        assertThat(budget.turn(Lane.LIVE).granted()).isTrue();
        time.advance(Duration.ofSeconds(5));
        assertThat(budget.turn(Lane.LIVE).granted()).isFalse();
        budget.learn(RateSignal.NONE);
        assertThat(budget.turn(Lane.LIVE).granted()).isTrue();
    }

    @Test
    void aFirstCallThatIsNeverHeardOfBlocksOneWindowOnly() {
        assertThat(budget.turn(Lane.LIVE).granted()).isTrue();
        time.advance(WINDOW.plusSeconds(1));
        assertThat(budget.turn(Lane.LIVE).granted()).isTrue();
    }

    @Test
    void aFreshBudgetDoesNotBurst() {
        warmUp();
        assertThat(burst(Lane.LIVE)).isLessThanOrEqualTo(1);
    }

    @Test
    void theLiveLaneBurstsWithinTheLogAfterTheFirstWindow() {
        warmUp();
        time.advance(WINDOW.multipliedBy(2));
        assertThat(burst(Lane.LIVE)).isEqualTo(100);
        assertThat(budget.turn(Lane.LIVE).delay()).isBetween(WINDOW, WINDOW.plusMillis(200));
    }

    @Test
    void aLiveLaneThatHadToWaitIsPacedUntilAWindowWithoutWaiting() {
        warmUp();
        time.advance(WINDOW.multipliedBy(2));
        burst(Lane.LIVE);
        time.advance(WINDOW.plusMillis(300));
        assertThat(burst(Lane.LIVE)).isEqualTo(1);
        time.advance(WINDOW.multipliedBy(2));
        assertThat(burst(Lane.LIVE)).isEqualTo(100);
    }

    @Test
    void backFillIsPaced() {
        warmUp();
        time.advance(WINDOW.multipliedBy(2));
        assertThat(burst(Lane.BACKFILL)).isEqualTo(1);
        assertThat(budget.turn(Lane.BACKFILL).delay()).isLessThanOrEqualTo(Duration.ofMillis(102));
    }

    @Test
    void aFifthIsKeptForLiveCallsWhenThereWereAny() {
        warmUp();
        time.advance(WINDOW.multipliedBy(2));
        for (int i = 0; i < 80; i++) {
            assertThat(budget.turn(Lane.LIVE).granted()).isTrue();
        }
        time.advance(Duration.ofMillis(200));
        assertThat(budget.turn(Lane.BACKFILL).granted()).isFalse();
        assertThat(budget.turn(Lane.LIVE).granted()).isTrue();
    }

    @Test
    void aRefusalWithoutAHeaderClosesForOneWindow() {
        warmUp();
        budget.learn(RateSignal.NONE.refused(Optional.empty()));
        time.advance(WINDOW);
        assertThat(budget.turn(Lane.LIVE).granted()).isFalse();
        time.advance(Duration.ofMillis(300));
        assertThat(budget.turn(Lane.LIVE).granted()).isTrue();
    }

    @Test
    void aRefusalWithRetryAfterClosesForThatLong() {
        warmUp();
        budget.learn(RateSignal.NONE.refused(Optional.of(Duration.ofSeconds(30))));
        assertThat(budget.turn(Lane.LIVE).delay()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        assertThat(budget.state().closedFor()).isPositive();
    }

    @Test
    void aSmallerLimitIsLearnedAtOnce() {
        warmUp();
        time.advance(WINDOW.multipliedBy(2));
        budget.learn(Traffic.remaining(25, 25));
        assertThat(burst(Lane.LIVE)).isEqualTo(25);
    }

    @Test
    void aLargerLimitIsLearnedAtOnce() {
        warmUp();
        time.advance(WINDOW.multipliedBy(2));
        budget.learn(Traffic.remaining(400, 400));
        assertThat(burst(Lane.LIVE)).isEqualTo(400);
    }

    @Test
    void othersOnTheSameQuotaShrinkOurShareAndItGrowsBack() { // F-34
        warmUp();
        budget.learn(Traffic.remaining(100, 39));
        assertThat(budget.state().allowed()).isLessThanOrEqualTo(40);
        time.advance(WINDOW.multipliedBy(2));
        assertThat(budget.turn(Lane.LIVE).granted()).isTrue();
        assertThat(budget.turn(Lane.LIVE).granted())
                .as("before the others are heard of")
                .isFalse();
        budget.learn(Traffic.remaining(100, 99));
        assertThat(budget.state().allowed()).isEqualTo(100);
    }

    @Test
    void theQuotaOfTheDayIsKept() { // F-33
        RateBudget daily = RateBudget.of(new RateLimit(100, WINDOW, OptionalInt.of(3)), time);
        int granted = 0;
        for (int i = 0; i < 100; i++) {
            granted += daily.turn(Lane.BACKFILL).granted() ? 1 : 0;
            daily.learn(RateSignal.NONE);
            time.advance(Duration.ofSeconds(1));
        }
        assertThat(granted).isEqualTo(3);
        assertThat(daily.state().dailyExhausted()).isTrue();
        time.advance(Duration.ofDays(1));
        assertThat(daily.turn(Lane.BACKFILL).granted()).isTrue();
    }

    @Test
    void threeTenthsOfTheDayAreKeptForTheLiveLane() { // F-33
        RateBudget daily = RateBudget.of(new RateLimit(100, WINDOW, OptionalInt.of(100)), time);
        assertThat(spend(daily, Lane.BACKFILL)).isEqualTo(70);
        assertThat(daily.state().dailyExhausted()).isFalse();
        assertThat(daily.turn(Lane.RETRY).delay()).isGreaterThan(Duration.ofHours(23));
        assertThat(spend(daily, Lane.LIVE)).isEqualTo(30);
        assertThat(daily.state().dailyExhausted()).isTrue();
    }

    private int spend(RateBudget from, Lane lane) {
        int granted = 0;
        for (int i = 0; i < 200; i++) {
            granted += from.turn(lane).granted() ? 1 : 0;
            from.learn(RateSignal.NONE);
            time.advance(Duration.ofSeconds(1));
        }
        return granted;
    }

    @Test
    void askersWhoGiveUpTakeNothingFromTheOthers() {
        warmUp();
        time.advance(WINDOW.multipliedBy(2));
        burst(Lane.LIVE);
        Turn before = budget.turn(Lane.LIVE);
        for (int i = 0; i < 1000; i++) {
            budget.turn(Lane.LIVE);
        }
        assertThat(budget.turn(Lane.LIVE)).isEqualTo(before);
    }

    private void warmUp() {
        budget.turn(Lane.LIVE);
        budget.learn(RateSignal.NONE);
    }

    private int burst(Lane lane) {
        int granted = 0;
        while (budget.turn(lane).granted()) {
            granted++;
        }
        return granted;
    }

    private static RateSignal noise(SplittableRandom random, int limit) {
        return switch (random.nextInt(12)) {
            case 0 -> Traffic.remaining(limit, random.nextInt(limit + 1));
            case 1 -> RateSignal.NONE.refused(Optional.empty());
            case 2 -> RateSignal.NONE.refused(Optional.of(Duration.ofMillis(random.nextInt(500))));
            case 3 -> Traffic.remaining(limit, limit);
            default -> RateSignal.NONE;
        };
    }
}
