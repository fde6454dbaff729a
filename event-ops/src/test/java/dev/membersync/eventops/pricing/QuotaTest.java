package dev.membersync.eventops.pricing;

import static dev.membersync.eventops.pricing.Rules.NOW;
import static dev.membersync.eventops.pricing.Rules.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Classes 11, 12 and 13 have 100, 50 and 30 places without rules. */
class QuotaTest {
    private static PricingRule rule(String id, Condition when, Effect effect) {
        return Rules.calm(PricingRule.of(id, 1, Mode.AUTO, Scope.of("USD", "11"), when, effect), Rules.RESTLESS);
    }

    private static Optional<Terms> after(Map<String, ClassFacts> classes, PricingRule... rules) {
        return Rules.evaluate(Rules.book(rules), Rules.snapshot(NOW, classes)).plan().changes().stream()
                .findFirst()
                .map(Change::after);
    }

    private static Map<String, ClassFacts> classes(long one, long sold, long other, long otherSold) {
        return Map.of("11", ClassFacts.of(usd(100), one, sold, 0), "12", ClassFacts.of(usd(50), other, otherSold, 0));
    }

    private static Terms places(long one, long other) {
        return Terms.of("11.places", one).with("12.places", other);
    }

    @Test
    void quotasOfSeveralRulesAddUpOnTheRegularPlaces() {
        assertThat(after(
                        classes(100, 0, 50, 0),
                        rule("a", Condition.always(), new Effect.SetQuota(110)),
                        rule("b", Condition.always(), new Effect.SetQuota(95))))
                .contains(Terms.of("11.places", 105));
    }

    @Test
    void placesNeverFallBelowWhatIsGivenAway() {
        assertThat(after(classes(100, 60, 50, 0), rule("a", Condition.always(), new Effect.SetQuota(10))))
                .contains(Terms.of("11.places", 60));
    }

    @Test
    void placesAreNotTakenAwayWhereNobodyKnowsWhatIsGivenAway() {
        ClassFacts blind = new ClassFacts(
                Optional.of(usd(100)),
                OptionalLong.of(100),
                OptionalLong.of(20),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.of(0),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(after(Map.of("11", blind), rule("a", Condition.always(), new Effect.SetQuota(30))))
                .isEmpty();
        assertThat(after(Map.of("11", blind), rule("a", Condition.always(), new Effect.SetQuota(130))))
                .contains(Terms.of("11.places", 130));
    }

    @Test
    void onlyWhatIsFreeIsMoved() {
        assertThat(after(
                        classes(100, 95, 50, 0),
                        rule("a", Condition.always(), new Effect.MoveCapacity("11", "12", 20))))
                .contains(places(95, 55));
    }

    @Test
    void whatWasMovedAndSoldStaysMovedWhenTheRuleLeaves() {
        PricingRule off = rule("a", Rules.soldAtLeast(99), new Effect.MoveCapacity("11", "12", 20));
        assertThat(after(classes(80, 10, 70, 65), off)).contains(places(85, 65));
        assertThat(after(classes(80, 10, 70, 40), off)).contains(places(100, 50));
    }

    @Test
    void aPoolWhoseSeatsDoNotFitStaysAsItIs() {
        PricingRule off = rule("a", Rules.soldAtLeast(99), new Effect.MoveCapacity("11", "12", 20));
        assertThat(after(classes(100, 80, 80, 75), off)).isEmpty();
    }

    @Test
    void manySeatsAreForAPersonToAccept() {
        PricingRule rule = Rules.limited(
                rule("a", Condition.always(), new Effect.MoveCapacity("11", "12", 21)),
                new ApprovalLimits(Optional.empty(), OptionalLong.of(20)));
        assertThat(Rules.evaluate(Rules.book(rule), Rules.snapshot(NOW, classes(100, 0, 50, 0)))
                        .plan()
                        .changes())
                .extracting(Change::route)
                .containsExactly(Route.APPROVE);
    }
}
