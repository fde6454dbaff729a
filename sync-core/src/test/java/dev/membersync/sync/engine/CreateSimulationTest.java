package dev.membersync.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.engine.CreateSimulation.Outcome;
import dev.membersync.sync.engine.CreateSimulation.Way;
import java.time.Duration;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What different ways to create come to under faults, with 400 members for each seed. */
class CreateSimulationTest {
    private static final SettleTraits FULL = SettlementTest.traits(true);
    private static final SettleTraits TIGHT = horizon(25, 1);
    private static final SettleTraits SHORT = horizon(5, 1);
    private static final SettleTraits MISDECLARED = horizon(25, 1, Set.of(422));
    private static final int ALL = 50;
    private static final int FEW = 15;
    private static final double OWN_ADDRESSES = 0;
    private static final double SHARED_ADDRESSES = 0.4;

    @Test
    void postingAgainMakesDuplicates() {
        assertThat(run(FEW, OWN_ADDRESSES, FULL, CreateSimulation::postedAgain).duplicatesPerThousand())
                .isGreaterThan(50);
    }

    @Test
    void searchingBeforePostingMakesDuplicates() {
        assertThat(run(FEW, OWN_ADDRESSES, FULL, CreateSimulation::searchedFirst)
                        .duplicates())
                .isPositive();
    }

    @Test
    void searchingBeforePostingLinksTheWrongRecordWhenAddressesAreShared() {
        assertThat(run(FEW, SHARED_ADDRESSES, FULL, CreateSimulation::searchedFirst)
                        .wrong())
                .isPositive();
    }

    @Test
    void settlingMakesOneRecordForEachMember() {
        assertFlawless(run(ALL, OWN_ADDRESSES, FULL, CreateSimulation::settled));
    }

    @Test
    void settlingMakesOneRecordForEachMemberWhenAddressesAreShared() {
        assertFlawless(run(ALL, SHARED_ADDRESSES, FULL, CreateSimulation::settled));
    }

    @Test
    void aHorizonOfExactlyTheDeclaredLagAndLatenessIsEnough() {
        assertFlawless(run(ALL, OWN_ADDRESSES, TIGHT, CreateSimulation::settled));
    }

    @Test
    void aHorizonThatLeavesOutLateEffectsMakesDuplicates() {
        assertThat(run(FEW, OWN_ADDRESSES, SHORT, CreateSimulation::settled).duplicates())
                .isPositive();
    }

    @Test
    void aRefusalThatIsDeclaredCleanAndIsNotMakesDuplicates() {
        assertThat(run(FEW, OWN_ADDRESSES, MISDECLARED, CreateSimulation::settled)
                        .duplicates())
                .isPositive();
    }

    @Test
    void withoutOneOpenCreatePerKeySharedAddressesGoWrong() {
        assertThat(run(FEW, SHARED_ADDRESSES, FULL, CreateSimulation::settledWithoutKeys)
                        .wrong())
                .isPositive();
    }

    @Test
    void settlingCostsFewCalls() {
        assertThat(run(FEW, OWN_ADDRESSES, FULL, CreateSimulation::settled).callsPerMember())
                .isLessThan(1.8);
    }

    @Test
    void oneSeedIsOneStory() {
        assertThat(CreateSimulation.run(3, 400, SHARED_ADDRESSES, FULL, CreateSimulation::settled))
                .isEqualTo(CreateSimulation.run(3, 400, SHARED_ADDRESSES, FULL, CreateSimulation::settled));
    }

    private static void assertFlawless(Outcome outcome) {
        assertThat(outcome)
                .usingRecursiveComparison()
                .ignoringFields("calls")
                .isEqualTo(new Outcome(ALL * 400, 0, 0, 0, 0, 0, 0));
    }

    private static Outcome run(int seeds, double shared, SettleTraits traits, Way way) {
        return LongStream.range(0, seeds)
                .mapToObj(seed -> CreateSimulation.run(seed, 400, shared, traits, way))
                .reduce(Outcome::plus)
                .orElseThrow();
    }

    private static SettleTraits horizon(int lagAndLate, int slack) {
        return horizon(lagAndLate, slack, Set.of(401, 403, 429));
    }

    private static SettleTraits horizon(int lagAndLate, int slack, Set<Integer> cleanRefusals) {
        return new SettleTraits(
                Duration.ofSeconds(Math.min(5, lagAndLate)),
                Duration.ofSeconds(Math.max(0, lagAndLate - 5)),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofSeconds(slack),
                cleanRefusals,
                true);
    }
}
