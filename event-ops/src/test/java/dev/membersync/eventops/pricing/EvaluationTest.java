package dev.membersync.eventops.pricing;

import static dev.membersync.eventops.pricing.Rules.NOW;
import static dev.membersync.eventops.pricing.Rules.book;
import static dev.membersync.eventops.pricing.Rules.evaluate;
import static dev.membersync.eventops.pricing.Rules.price;
import static dev.membersync.eventops.pricing.Rules.sold;
import static dev.membersync.eventops.pricing.Rules.soldAtLeast;
import static dev.membersync.eventops.pricing.Rules.soldBelow;
import static dev.membersync.eventops.pricing.Rules.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    @Test
    void anActiveRuleSetsThePriceAndSaysWhy() {
        PricingPlan plan = evaluate(book(price("late", 1, soldAtLeast(80), 120)), sold(NOW, 100, 82))
                .plan();
        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.after()).isEqualTo(Terms.of("11.price", usd(120)));
            assertThat(change.before()).contains(Terms.of("11.price", usd(100)));
            assertThat(change.rules()).containsExactly("late@1");
            assertThat(change.route()).isEqualTo(Route.AUTO);
            assertThat(change.why())
                    .isEqualTo("the price of class 11 goes from 100.00 USD to 120.00 USD: rule late@1 gives 120.00 USD"
                            + " (late@1, percentSold is 82, atLeast 80)");
        });
    }

    @Test
    void aPriceThatIsRightAlreadyIsNoChange() {
        assertThat(evaluate(book(price("late", 1, soldAtLeast(80), 120)), sold(NOW, 120, 82))
                        .plan()
                        .changes())
                .isEmpty();
    }

    @Test
    void anUnknownInputKeepsEverythingThatTheRuleHadSetAndSaysWhy() {
        RuleBook book = book(price("late", 1, soldAtLeast(80), 120), price("base", 9, Condition.always(), 100));
        Memory memory = evaluate(book, sold(NOW, 100, 82)).memory();
        ClassFacts blind = new ClassFacts(
                Optional.of(usd(120)),
                OptionalLong.of(100),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.of(0),
                OptionalLong.of(0),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        PricingPlan plan = evaluate(book, Rules.snapshot(NOW.plusSeconds(3600), Map.of("11", blind)), memory)
                .plan();
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.trace().get(0))
                .isEqualTo(
                        new RuleTrace("late@1", RuleTrace.State.UNKNOWN, "percentSold is not known of classes [11]"));
        assertThat(plan.kept()).anyMatch(text -> text.contains("late@1 cannot tell"));
    }

    @Test
    void oneUnknownInputLeavesAnAlternativeUnknownToo() {
        Condition either =
                new Condition.AnyOf(List.of(soldAtLeast(1), Rules.at(InputKind.TENURE_DAYS, Comparison.ABOVE, 3)));
        PricingPlan plan = evaluate(book(price("late", 1, either, 120)), sold(NOW, 100, 82))
                .plan();
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.trace().get(0).why()).isEqualTo("tenureDays is known of a person only");
    }

    @Test
    void withoutStackingTheBestSingleOfferWins() {
        PricingPlan plan = evaluate(
                        book(price("dear", 1, Condition.always(), 130), price("cheap", 2, Condition.always(), 90)),
                        sold(NOW, 100, 1))
                .plan();
        assertThat(plan.changes().get(0).after().money("11.price")).contains(usd(90));
        assertThat(plan.changes().get(0).rules()).containsExactly("cheap@1");
    }

    @Test
    void withinAGroupTheFirstRuleWinsAndTheOthersYield() {
        PricingRule dear = Rules.as(price("dear", 1, Condition.always(), 130), "ladder", Optional.empty(), Mode.AUTO);
        PricingRule cheap = Rules.as(price("cheap", 2, Condition.always(), 90), "ladder", Optional.empty(), Mode.AUTO);
        PricingPlan plan = evaluate(book(cheap, dear), sold(NOW, 100, 1)).plan();
        assertThat(plan.changes().get(0).after().money("11.price")).contains(usd(130));
        assertThat(plan.trace().get(1))
                .isEqualTo(new RuleTrace("cheap@1", RuleTrace.State.YIELDS, "rule dear comes first in ladder"));
    }

    @Test
    void whatIsDeclaredToStackIsTakenOnTopOfTheBestOffer() {
        PricingRule tenOff = Rules.calm(
                PricingRule.of(
                        "ten-off",
                        5,
                        Mode.AUTO,
                        Scope.of("USD", "11"),
                        Condition.always(),
                        new Effect.AdjustPrice(Optional.empty(), Optional.of(new BigDecimal("-10")), true)),
                Rules.RESTLESS);
        PricingPlan plan = evaluate(book(tenOff, price("base", 1, Condition.always(), 90)), sold(NOW, 100, 1))
                .plan();
        assertThat(plan.changes().get(0).after().money("11.price")).contains(usd(81));
        assertThat(plan.changes().get(0).rules()).containsExactly("base@1", "ten-off@1");
    }

    @Test
    void anAdjustmentIsTakenOffTheRegularPriceSoThatItDoesNotAddUp() {
        PricingRule adjust = Rules.calm(
                PricingRule.of(
                        "more",
                        5,
                        Mode.AUTO,
                        Scope.of("USD", "11"),
                        Condition.always(),
                        new Effect.AdjustPrice(Optional.of(usd(7)), Optional.empty(), false)),
                Rules.RESTLESS);
        assertThat(evaluate(book(adjust), sold(NOW, 107, 1)).plan().changes()).isEmpty();
    }

    @Test
    void aRuleLeavesAtItsOwnThreshold() {
        PricingRule late =
                Rules.as(price("late", 1, soldAtLeast(80), 120), "ladder", Optional.of(soldBelow(70)), Mode.AUTO);
        RuleBook book =
                book(late, Rules.as(price("base", 2, Condition.always(), 100), "ladder", Optional.empty(), Mode.AUTO));
        Memory memory = evaluate(book, sold(NOW, 100, 80)).memory();
        assertThat(evaluate(book, sold(NOW.plusSeconds(1), 120, 75), memory)
                        .plan()
                        .changes())
                .isEmpty();
        assertThat(evaluate(book, sold(NOW.plusSeconds(1), 120, 69), memory)
                        .plan()
                        .changes())
                .hasSize(1);
    }

    @Test
    void aRuleStaysForItsDwell() {
        Stability dwell = new Stability(Duration.ofHours(2), Duration.ZERO, 99, Optional.empty());
        RuleBook book = book(Rules.calm(price("late", 1, soldAtLeast(80), 120), dwell));
        Memory memory = evaluate(book, sold(NOW, 100, 80)).memory();
        Evaluation early = evaluate(book, sold(NOW.plusSeconds(7199), 120, 10), memory);
        assertThat(early.plan().trace().get(0).state()).isEqualTo(RuleTrace.State.ACTIVE);
        assertThat(early.plan().trace().get(0).why()).endsWith("it stays as it is until 2026-09-01T17:00:00Z");
        assertThat(evaluate(book, sold(NOW.plusSeconds(7200), 120, 10), memory)
                        .plan()
                        .trace()
                        .get(0)
                        .state())
                .isEqualTo(RuleTrace.State.INACTIVE);
    }

    @Test
    void whatChangedCoolsDown() {
        Stability cool = new Stability(Duration.ZERO, Duration.ofHours(1), 99, Optional.empty());
        RuleBook book = book(Rules.calm(price("late", 1, Condition.always(), 120), cool));
        Memory changed = Memory.none(Rules.EVENT)
                .changed("11.price", NOW, NOW.atZone(Rules.ZONE).toLocalDate(), 0);
        assertThat(evaluate(book, sold(NOW.plusSeconds(3599), 100, 80), changed)
                        .plan()
                        .changes())
                .isEmpty();
        assertThat(evaluate(book, sold(NOW.plusSeconds(3600), 100, 80), changed)
                        .plan()
                        .changes())
                .hasSize(1);
    }

    @Test
    void inQuietHoursOfTheEventNothingChanges() {
        Stability quiet = new Stability(
                Duration.ZERO,
                Duration.ZERO,
                99,
                Optional.of(new Stability.Quiet(LocalTime.of(22, 0), LocalTime.of(11, 1))));
        PricingPlan plan = evaluate(
                        book(Rules.calm(price("late", 1, Condition.always(), 120), quiet)), sold(NOW, 100, 80))
                .plan();
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.kept()).singleElement().asString().contains("quiet hours, from 22:00 to 11:01");
    }

    @Test
    void oldInputsObjectAndAreNotRemembered() {
        Snapshot old = new Snapshot(
                Rules.EVENT,
                Rules.ZONE,
                NOW,
                Optional.of(Rules.START),
                "USD",
                "online",
                Map.of("11", ClassFacts.of(usd(100), 100, 82, 0)),
                NOW.minusSeconds(601),
                Optional.empty(),
                NOW,
                Optional.empty());
        Memory before = Memory.none(Rules.EVENT);
        Evaluation evaluation = evaluate(book(price("late", 1, soldAtLeast(80), 120)), old, before);
        assertThat(evaluation.plan().objections())
                .containsExactly("the ticket classes were read 601s ago, and at most 10m ago is allowed");
        assertThat(evaluation.memory()).isEqualTo(before);
    }

    @Test
    void aShadowRuleShowsWhatItWouldDoAndChangesNothing() {
        PricingRule shadow = Rules.as(price("cheap", 1, Condition.always(), 60), "", Optional.empty(), Mode.SHADOW);
        PricingPlan plan = evaluate(book(shadow, price("base", 2, Condition.always(), 90)), sold(NOW, 100, 1))
                .plan();
        assertThat(plan.changes())
                .extracting(change -> change.after().money("11.price"))
                .containsExactly(Optional.of(usd(90)));
        assertThat(plan.shadow())
                .extracting(change -> change.after().money("11.price"))
                .containsExactly(Optional.of(usd(60)));
    }

    @Test
    void withoutTheExperimentalSwitchAPriceIsAProposal() {
        Evaluation evaluation = Evaluation.of(
                book(price("late", 1, Condition.always(), 120)),
                sold(NOW, 100, 1),
                Memory.none(Rules.EVENT),
                Permissions.standard());
        assertThat(evaluation.plan().changes()).extracting(Change::route).containsExactly(Route.PROPOSE);
    }

    @Test
    void anExperimentalCallThatIsNotNamedWaitsForAPerson() {
        Evaluation evaluation = Evaluation.of(
                book(price("late", 1, Condition.always(), 120)),
                sold(NOW, 100, 1),
                Memory.none(Rules.EVENT),
                Permissions.withExperiments(Experiment.PLACES));
        assertThat(evaluation.plan().changes()).extracting(Change::route).containsExactly(Route.APPROVE);
    }

    @Test
    void aLargeMoveWaitsForAPersonWhateverTheMode() {
        ApprovalLimits limits = new ApprovalLimits(Optional.of(new BigDecimal("20")), OptionalLong.empty());
        PricingRule rule = Rules.limited(price("late", 1, Condition.always(), 121), limits);
        assertThat(evaluate(book(rule), sold(NOW, 100, 1)).plan().changes())
                .extracting(Change::route)
                .containsExactly(Route.APPROVE);
        assertThat(evaluate(book(Rules.limited(price("late", 1, Condition.always(), 120), limits)), sold(NOW, 100, 1))
                        .plan()
                        .changes())
                .extracting(Change::route)
                .containsExactly(Route.AUTO);
    }

    @Test
    void aRiseWaitsUntilTheCartsThatWereOpenHaveEnded() {
        RuleBook book = book(Rules.promising(price("late", 1, Condition.always(), 120), Promise.standard()));
        Map<String, ClassFacts> carts = Map.of("11", ClassFacts.of(usd(100), 100, 10, 2));
        Evaluation first = evaluate(book, Rules.snapshot(NOW, carts));
        assertThat(first.plan().changes()).isEmpty();
        Evaluation early = evaluate(book, Rules.snapshot(NOW.plusSeconds(599), carts), first.memory());
        assertThat(early.plan().changes()).isEmpty();
        assertThat(evaluate(book, Rules.snapshot(NOW.plusSeconds(600), carts), early.memory())
                        .plan()
                        .changes())
                .hasSize(1);
    }

    @Test
    void aFallDoesNotWaitForCarts() {
        RuleBook book = book(Rules.promising(price("sale", 1, Condition.always(), 80), Promise.standard()));
        Map<String, ClassFacts> carts = Map.of("11", ClassFacts.of(usd(100), 100, 10, 2));
        assertThat(evaluate(book, Rules.snapshot(NOW, carts)).plan().changes()).hasSize(1);
    }

    @Test
    void anAnnouncedPriceIsNotRaisedBeforeItsEndNotEvenByALaterVersion() {
        Promise announced = new Promise(Duration.ZERO, Optional.of(LocalDateTime.parse("2026-09-10T00:00")));
        Promise shorter = new Promise(Duration.ZERO, Optional.of(LocalDateTime.parse("2026-09-02T00:00")));
        PricingRule early = Rules.promising(price("early", 1, Condition.always(), 80), announced);
        Memory memory = evaluate(book(early), sold(NOW, 80, 1)).memory();
        Memory same = evaluate(book(Rules.promising(early, shorter)), sold(NOW, 80, 1), memory)
                .memory();
        RuleBook next = book(price("next", 1, Condition.always(), 100));
        assertThat(evaluate(next, sold(NOW.plus(Duration.ofDays(8)), 80, 1), same)
                        .plan()
                        .changes())
                .isEmpty();
        assertThat(evaluate(next, sold(NOW.plus(Duration.ofDays(9)), 80, 1), same)
                        .plan()
                        .changes())
                .hasSize(1);
    }

    @Test
    void aClassWithAnAnnouncedEndIsNotClosedBefore() {
        Promise announced = new Promise(Duration.ZERO, Optional.of(LocalDateTime.parse("2026-09-10T00:00")));
        PricingRule early = Rules.promising(price("early", 1, Condition.always(), 80), announced);
        Memory memory = evaluate(book(early), sold(NOW, 80, 1)).memory();
        PricingRule hide = Rules.calm(
                PricingRule.of("hide", 1, Mode.AUTO, Scope.of("USD", "11"), Condition.always(), new Effect.Hide()),
                Rules.RESTLESS);
        assertThat(evaluate(book(hide), sold(NOW.plusSeconds(60), 80, 1), memory)
                        .plan()
                        .changes())
                .isEmpty();
    }

    @Test
    void aRuleOfAnotherCurrencyDoesNotApply() {
        PricingRule euro = PricingRule.of(
                "euro",
                1,
                Mode.AUTO,
                Scope.of("EUR", "11"),
                Condition.always(),
                new Effect.SetPrice(dev.membersync.sync.payment.Money.ofMinor(100, "EUR")));
        assertThat(evaluate(book(euro), sold(NOW, 100, 1)).plan().trace().get(0).state())
                .isEqualTo(RuleTrace.State.NOT_HERE);
    }

    @Test
    void aNoticeIsToldOnceForEachTimeItsRuleBecomesActive() {
        PricingRule tell = Rules.calm(
                PricingRule.of(
                        "tell", 1, Mode.AUTO, Scope.of("USD", "11"), soldAtLeast(80), new Effect.Notify("nearly full")),
                Rules.RESTLESS);
        RuleBook book = book(tell);
        Evaluation first = evaluate(book, sold(NOW, 100, 80));
        assertThat(first.plan().changes()).hasSize(1);
        Memory told = first.memory().errand("tell.0", NOW);
        assertThat(evaluate(book, sold(NOW.plusSeconds(9), 100, 81), told)
                        .plan()
                        .changes())
                .isEmpty();
        Memory left = evaluate(book, sold(NOW.plusSeconds(10), 100, 70), told).memory();
        assertThat(evaluate(book, sold(NOW.plusSeconds(20), 100, 80), left)
                        .plan()
                        .changes())
                .hasSize(1);
    }
}
