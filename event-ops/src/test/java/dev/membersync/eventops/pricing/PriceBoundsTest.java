package dev.membersync.eventops.pricing;

import static dev.membersync.eventops.pricing.Rules.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.payment.Money;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceBoundsTest {
    private static PriceBounds.Bounded bounded(long before, long target, Bounds bounds, long movedToday) {
        PricingRule rule = Rules.bound(Rules.price("r", 1, Condition.always(), target), bounds);
        return PriceBounds.of(
                usd(before),
                new Offer(usd(target), List.of(rule), ""),
                ClassFacts.of(usd(before), 10, 1, 0),
                movedToday * 100);
    }

    @ParameterizedTest
    @CsvSource({
        // before, target, moved today -> after; floor 50, ceiling 150, step 20, 45 a day, grid 5
        "100, 110, 0, 110",
        "100, 112, 0, 110",
        "100, 113, 0, 115",
        "100, 200, 0, 120",
        "100, 0, 0, 80",
        "100, 130, 30, 115",
        "100, 130, 45, 100",
        "140, 200, 0, 150",
        "60, 10, 0, 50",
        "98, 200, 0, 115",
        "40, 100, 0, 50",
        "400, 100, 45, 150",
    })
    void aPriceStaysWithinItsBoundsAndMovesByItsSteps(long before, long target, long moved, long after) {
        Bounds bounds = Bounds.between(usd(50), usd(150)).moving(usd(20), usd(45), usd(5));
        assertThat(bounded(before, target, bounds, moved).price()).isEqualTo(usd(after));
    }

    @Test
    void aBoundThatWasAppliedIsSaid() {
        assertThat(bounded(100, 200, Bounds.between(usd(50), usd(150)), 0).notes())
                .containsExactly("floor, ceiling or grid makes it 150.00 USD");
    }

    @Test
    void boundsThatLeaveNoPriceAreARefusal() {
        Bounds none = Bounds.between(usd(51), usd(54)).moving(usd(20), usd(45), usd(5));
        assertThat(bounded(100, 52, none, 0).refusal()).isPresent();
    }

    @Test
    void aPriceNeverFallsBelowWhatAMemberPaidNorMovesWhereThatIsNotKnown() {
        Bounds fair = new Bounds(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                OptionalLong.empty());
        Offer offer = new Offer(usd(60), List.of(Rules.bound(Rules.price("r", 1, Condition.always(), 60), fair)), "");
        ClassFacts facts = ClassFacts.of(usd(100), 10, 1, 0);
        assertThat(PriceBounds.of(usd(100), offer, facts, 0).refusal()).isPresent();
        ClassFacts paid = new ClassFacts(
                facts.price(),
                facts.capacity(),
                facts.sold(),
                facts.paid(),
                facts.pending(),
                facts.held(),
                facts.offered(),
                facts.waitlist(),
                facts.hidden(),
                facts.saleEnds(),
                Optional.of(usd(75)));
        assertThat(PriceBounds.of(usd(100), offer, paid, 0).price()).isEqualTo(usd(75));
    }

    @Test
    void ofSeveralRulesTheNarrowestBoundHolds() {
        Offer offer = new Offer(
                usd(500),
                List.of(
                        Rules.bound(Rules.price("a", 1, Condition.always(), 1), Bounds.between(usd(10), usd(200))),
                        Rules.bound(Rules.price("b", 2, Condition.always(), 1), Bounds.between(usd(20), usd(120)))),
                "");
        assertThat(PriceBounds.of(usd(100), offer, ClassFacts.of(usd(100), 1, 0, 0), 0)
                        .price())
                .isEqualTo(usd(120));
    }

    @Test
    void theGridCountsInMinorUnitsOfTheCurrency() {
        Money yen = Money.ofMinor(1_000, "JPY");
        PricingRule rule = PricingRule.of(
                "r",
                1,
                Mode.AUTO,
                Scope.of("JPY", "11"),
                Condition.always(),
                new Effect.SetPrice(Money.ofMinor(1_249, "JPY")));
        Bounds grid = Bounds.between(Money.ofMinor(0, "JPY"), Money.ofMinor(9_999, "JPY"))
                .moving(Money.ofMinor(9_999, "JPY"), Money.ofMinor(9_999, "JPY"), Money.ofMinor(500, "JPY"));
        Offer offer = new Offer(Money.ofMinor(1_249, "JPY"), List.of(Rules.bound(rule, grid)), "");
        assertThat(PriceBounds.of(yen, offer, ClassFacts.of(yen, 1, 0, 0), 0).price())
                .isEqualTo(yen);
    }
}
