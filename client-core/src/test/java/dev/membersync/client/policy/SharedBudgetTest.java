package dev.membersync.client.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.error.TransportException;
import dev.membersync.client.policy.RateBudget.Turn;
import dev.membersync.client.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of a budget that several processes keep together. */
class SharedBudgetTest {
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final RateLimit LIMIT = RateLimit.of(100, WINDOW);

    static LongStream seeds() {
        return LongStream.range(0, Boolean.getBoolean("heavy") ? 400 : 25);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noSlidingWindowIsExceededByAllProcessesTogether(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Cluster cluster = new Cluster(seed);
        int calls = 1 + random.nextInt(120);
        Duration window = Duration.ofMillis(500 + random.nextInt(20_000));
        RateLimit limit = RateLimit.of(calls, window);
        Lane[] lanes = Lane.values();
        int nodes = 1 + random.nextInt(5);
        for (int i = 0; i < nodes; i++) {
            Cluster.Node node = cluster.new Node("party " + random.nextInt(3), limit);
            for (int callers = 1 + random.nextInt(20); callers > 0; callers--) {
                Duration think = random.nextBoolean() ? Duration.ZERO : window.dividedBy(1 + random.nextInt(20));
                node.caller(() -> lanes[random.nextInt(lanes.length)], think, window.dividedBy(100));
            }
            if (random.nextInt(3) == 0) {
                cluster.time.after(window.multipliedBy(1 + random.nextInt(8)), node::kill);
            }
        }
        cluster.time.advance(window.multipliedBy(12));
        assertThat(cluster.arrivals).isNotEmpty();
        assertThat(cluster.mostInAnyWindow(window)).isLessThanOrEqualTo(calls);
    }

    @ParameterizedTest
    @CsvSource({"1, BACKFILL", "1, LIVE", "3, BACKFILL", "3, LIVE", "8, BACKFILL", "8, LIVE"})
    void busyProcessesUseNinetySevenPercentOfTheLimit(int nodes, Lane lane) {
        Cluster cluster = new Cluster(nodes);
        for (int i = 0; i < nodes; i++) {
            cluster.new Node("party", LIMIT).callers(16, lane);
        }
        cluster.time.advance(WINDOW.multipliedBy(30));
        assertThat(cluster.arrivals.size()).isGreaterThanOrEqualTo(2_910);
        assertThat(cluster.mostInAnyWindow(WINDOW)).isLessThanOrEqualTo(100);
    }

    @Test
    void aBurstTakesTenPermitsWithOneEntry() {
        Cluster cluster = new Cluster(1);
        Cluster.Node node = cluster.new Node("party", LIMIT).caller(() -> Lane.LIVE, WINDOW, Duration.ofMillis(80));
        cluster.time.advance(WINDOW.multipliedBy(3));
        node.kill();
        long before = cluster.entries[0];
        int sent = cluster.sent.get("party");
        cluster.new Node("party", LIMIT).callers(64, Lane.LIVE);
        cluster.time.advance(Duration.ofMillis(50));
        int burst = cluster.sent.get("party") - sent;
        assertThat(burst).isGreaterThanOrEqualTo(60);
        assertThat(cluster.entries[0] - before).isLessThanOrEqualTo(burst);
    }

    @ParameterizedTest
    @CsvSource({"BACKFILL, BACKFILL", "LIVE, LIVE", "LIVE, BACKFILL", "BACKFILL, LIVE"})
    void nobodyGetsMoreThanAFairPartWhileAnotherWaits(Lane noisy, Lane quiet) {
        Cluster cluster = new Cluster(3);
        for (int i = 0; i < 4; i++) {
            cluster.new Node("noisy", LIMIT).callers(32, noisy);
        }
        cluster.time.advance(WINDOW.multipliedBy(3));
        cluster.new Node("quiet", LIMIT).callers(4, quiet);
        cluster.time.advance(WINDOW.multipliedBy(2));
        int noisyBefore = cluster.sent.get("noisy");
        int quietBefore = cluster.sent.get("quiet");
        cluster.time.advance(WINDOW.multipliedBy(20));
        int quietPart = cluster.sent.get("quiet") - quietBefore;
        int noisyPart = cluster.sent.get("noisy") - noisyBefore;
        // A fifth of its part is what back-fill leaves to people who wait.
        assertThat(quietPart).isGreaterThanOrEqualTo(quiet == Lane.BACKFILL && noisy == Lane.LIVE ? 760 : 930);
        assertThat(quietPart + noisyPart).isGreaterThanOrEqualTo(1_900);
        assertThat(cluster.mostInAnyWindow(WINDOW)).isLessThanOrEqualTo(100);
    }

    @Test
    void whatOneNeedsLessOfIsSharedByTheOthers() {
        Cluster cluster = new Cluster(5);
        cluster.new Node("modest", LIMIT).caller(() -> Lane.BACKFILL, Duration.ofSeconds(2), Duration.ofMillis(80));
        cluster.new Node("one", LIMIT).callers(16, Lane.BACKFILL);
        cluster.new Node("other", LIMIT).callers(16, Lane.BACKFILL);
        cluster.time.advance(WINDOW.multipliedBy(30));
        assertThat(cluster.sent.get("one")).isGreaterThanOrEqualTo(1_250);
        assertThat(cluster.sent.get("other")).isGreaterThanOrEqualTo(1_250);
        assertThat(cluster.arrivals.size()).isGreaterThanOrEqualTo(2_880);
    }

    @Test
    void callerWhoWaitsIsNotHeldUpByTheBackFillOfAnother() {
        Cluster cluster = new Cluster(6);
        for (int i = 0; i < 3; i++) {
            cluster.new Node("noisy", LIMIT).callers(32, Lane.BACKFILL);
        }
        cluster.time.advance(WINDOW);
        cluster.new Node("person", LIMIT).caller(() -> Lane.LIVE, Duration.ofSeconds(2), Duration.ofMillis(80));
        cluster.time.advance(WINDOW.multipliedBy(20));
        assertThat(cluster.sent.get("person")).isGreaterThanOrEqualTo(150);
        assertThat(Duration.ofNanos(cluster.longestWait.get("person"))).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    private final ManualTime time = ManualTime.create();
    private final List<RateLedger.Entry> lost = new ArrayList<>();
    private final RateLedger pages = RateLedger.inMemory(time);
    private String epoch = "one";
    private long clock = Duration.ofDays(20_000).toNanos();
    private boolean down;

    private final RateLedger ledger = (credential, entry) -> {
        if (down) {
            lost.add(entry);
            throw new IllegalStateException("the database is away");
        }
        pages.write(credential, (page, nanos, one) -> entry.write(page, nanos + clock, epoch));
    };

    private RateBudget budget(String party) {
        return RateBudget.shared(LIMIT, time, ledger, "credential", party);
    }

    private static Turn live(RateBudget budget) {
        return budget.turn(Lane.LIVE);
    }

    /** A budget whose ledger has heard from the vendor, with nothing in the last window. */
    private RateBudget experienced(String party) {
        RateBudget budget = budget(party);
        assertThat(live(budget).granted()).isTrue();
        budget.learn(RateSignal.NONE);
        time.advance(WINDOW.multipliedBy(2));
        return budget;
    }

    private int burst(RateBudget budget) {
        int granted = 0;
        while (granted < 1_000 && live(budget).granted()) {
            granted++;
        }
        return granted;
    }

    @Test
    void onlyACredentialThatNobodyUsedBeginsCarefully() {
        RateBudget first = budget("a");
        assertThat(live(first).granted()).isTrue();
        assertThat(live(first).granted()).isFalse();
        assertThat(live(budget("a")).granted())
                .as("another process waits for that reply too")
                .isFalse();
        first.learn(RateSignal.NONE);
        time.advance(WINDOW.multipliedBy(2));
        assertThat(burst(budget("a"))).isEqualTo(100);
    }

    @Test
    void killedProcessKeepsItsPermitsUntilTheWindowAfterTheirHoldIsOver() {
        experienced("a");
        assertThat(burst(budget("a"))).isEqualTo(100);
        RateBudget other = budget("a");
        time.advance(WINDOW);
        assertThat(live(other).granted()).isFalse();
        assertThat(other.state().used()).isEqualTo(100);
        time.advance(WINDOW.dividedBy(50).plusNanos(LedgerPage.HOLD));
        assertThat(live(other).granted()).isTrue();
        assertThat(other.state().used()).isEqualTo(1);
    }

    @Test
    void permitsThatComeBackAreForOthersAndThoseUsedCountFromTheirUse() {
        byte[] page = LedgerPage.read(new byte[0], LIMIT, 1, 0, "").bytes();
        LedgerPage begun = LedgerPage.read(page, LIMIT, 1, 0, "");
        begun.take(1, 0);
        begun.learn(RateSignal.NONE);
        long now = WINDOW.multipliedBy(3).toNanos();
        LedgerPage taking = LedgerPage.read(begun.bytes(), LIMIT, 1, now, "");
        LedgerPage.Given given = taking.take(10, 0);
        assertThat(given.live()).isEqualTo(10);

        LedgerPage settling = LedgerPage.read(taking.bytes(), LIMIT, 1, now + 1_000_000, "");
        settling.settle(given.batch(), 1_000_000, 7);
        assertThat(settling.take(0, 0).state().used()).isEqualTo(3);
        LedgerPage after = LedgerPage.read(
                settling.bytes(),
                LIMIT,
                1,
                now + 1_000_000 + WINDOW.multipliedBy(102).toNanos() / 100,
                "");
        assertThat(after.take(0, 0).state().used()).isZero();
    }

    @Test
    void refusalClosesForAll() {
        RateBudget one = experienced("a");
        RateBudget other = budget("b");
        assertThat(live(one).granted()).isTrue();
        assertThat(live(other).granted()).isTrue();
        one.learn(RateSignal.NONE.refused(Optional.of(Duration.ofSeconds(3))));

        time.advance(Duration.ofSeconds(1));
        assertThat(live(other)).isEqualTo(Turn.later(Duration.ofMillis(2_060)));
        time.advance(Duration.ofMillis(2_060));
        assertThat(live(other).granted()).isTrue();
    }

    @Test
    void quotaOfTheDayIsOneForAll() {
        RateLimit limit = new RateLimit(100, WINDOW, OptionalInt.of(30));
        RateBudget one = RateBudget.shared(limit, time, ledger, "credential", "a");
        RateBudget other = RateBudget.shared(limit, time, ledger, "credential", "b");
        assertThat(live(one).granted()).isTrue();
        one.learn(RateSignal.NONE);
        time.advance(WINDOW.multipliedBy(2));
        assertThat(burst(one)).isEqualTo(29);
        assertThat(live(other).granted()).isFalse();
        assertThat(other.state().dailyExhausted()).isTrue();
        time.advance(Duration.ofDays(1));
        assertThat(burst(other)).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 100})
    void headersThatCountTheCallsOfOurOwnProcessesShowNoStrangers(int limit) {
        SimulatedVendor vendor = new SimulatedVendor(limit);
        for (int i = 0; i < 3; i++) {
            new SimulatedClient(vendor, shared(limit, "a"), time, i).callers(16, Lane.BACKFILL);
        }
        time.advance(WINDOW.multipliedBy(2));
        long from = time.nanos();
        time.advance(WINDOW.multipliedBy(20));
        assertThat(vendor.refused).isEmpty();
        assertThat(vendor.between(from, time.nanos())).isGreaterThanOrEqualTo(limit * 20 * 96 / 100);
    }

    @Test
    void headersThatCountMoreThanOurOwnProcessesShowAStranger() {
        SimulatedVendor vendor = new SimulatedVendor(100);
        List<SimulatedClient> ours = List.of(
                new SimulatedClient(vendor, shared(100, "a"), time, 1).callers(16, Lane.BACKFILL),
                new SimulatedClient(vendor, shared(100, "a"), time, 2).callers(16, Lane.BACKFILL));
        time.advance(Duration.ofSeconds(25));
        SimulatedClient stranger = new SimulatedClient(vendor, LIMIT, time, 3).callers(16, Lane.BACKFILL);
        time.advance(WINDOW.multipliedBy(2));
        int before = stranger.answered;
        time.advance(WINDOW.multipliedBy(15));
        assertThat(stranger.answered - before).isGreaterThanOrEqualTo(375);
        assertThat(ours.get(0).answered + ours.get(1).answered).isGreaterThanOrEqualTo(375);
        assertThat(vendor.refused).hasSizeLessThanOrEqualTo(12);
    }

    private RateBudget shared(int limit, String party) {
        return RateBudget.shared(RateLimit.of(limit, WINDOW), time, ledger, "credential", party);
    }

    @Test
    void slowestConfigurationOfThoseWhoAskHolds() {
        RateBudget fast = experienced("fast");
        RateBudget slow = shared(40, "slow");
        assertThat(live(slow).granted()).isTrue();
        assertThat(burst(fast)).isEqualTo(39);
        time.advance(WINDOW.multipliedBy(3));
        assertThat(burst(fast)).isEqualTo(100);
    }

    @Test
    void withoutTheLedgerNoPermitIsGivenAndTheFailureSaysWhy() {
        RateBudget budget = experienced("a");
        down = true;
        assertThatThrownBy(() -> live(budget))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("the database is away")
                .satisfies(failure -> assertThat(((TransportException) failure).outcome())
                        .isEqualTo(TransportException.Outcome.NOT_SENT));
        down = false;
        assertThat(live(budget).granted()).isTrue();
    }

    @Test
    void refusalThatTheLedgerDidNotHearIsToldBeforeTheNextPermit() {
        RateBudget one = experienced("a");
        assertThat(live(one).granted()).isTrue();
        down = true;
        one.learn(RateSignal.NONE.refused(Optional.of(Duration.ofSeconds(30))));
        down = false;
        assertThat(live(one).granted()).isFalse();
        assertThat(live(budget("b")).granted()).isFalse();
    }

    @Test
    void ledgerThatMayHaveLostEntriesIsClosedForAWindow() {
        RateBudget budget = experienced("a");
        epoch = "two";
        assertThat(live(budget).granted()).isFalse();
        time.advance(WINDOW);
        assertThat(live(budget).granted()).isFalse();
        time.advance(WINDOW.dividedBy(50).plusNanos(LedgerPage.HOLD));
        assertThat(live(budget).granted()).isTrue();
    }

    @Test
    void ledgerWhoseClockWentBackIsClosedForAWindow() {
        RateBudget budget = experienced("a");
        assertThat(burst(budget)).isEqualTo(100);
        clock -= Duration.ofHours(1).toNanos();
        time.advance(Duration.ofSeconds(1));
        assertThat(live(budget).granted()).isFalse();
        time.advance(WINDOW.dividedBy(50).plusNanos(LedgerPage.HOLD).plus(WINDOW));
        assertThat(live(budget).granted()).isTrue();
    }

    @Test
    void pageThatNobodyCanReadIsClosedForAWindowAndBegunAnew() {
        RateBudget budget = experienced("a");
        pages.write("credential", (page, nanos, one) -> new byte[] {2, 7, 7});
        assertThat(live(budget).granted()).isFalse();
        time.advance(WINDOW.multipliedBy(2));
        assertThat(live(budget).granted()).isTrue();
    }

    @Test
    void pageStaysSmall() {
        RateLimit limit = RateLimit.of(5_000, WINDOW);
        int[] longest = new int[1];
        RateLedger measured = (credential, entry) -> pages.write(credential, (page, nanos, one) -> {
            byte[] next = entry.write(page, nanos, "");
            longest[0] = Math.max(longest[0], next.length);
            return next;
        });
        RateBudget budget = RateBudget.shared(limit, time, measured, "credential", "a");
        int calls = Boolean.getBoolean("heavy") ? 50_000 : 8_000; // more than a window holds
        for (int i = 0; i < calls; i++) {
            Turn turn = budget.turn(Lane.BACKFILL);
            if (turn.granted()) {
                budget.learn(RateSignal.NONE);
            } else {
                time.advance(turn.delay());
            }
        }
        assertThat(longest[0]).isLessThanOrEqualTo(32_000);
    }
}
