package dev.membersync.eventops.pricing;

import static dev.membersync.eventops.pricing.Rules.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A code on one side and the coupon that carries it on the other, whatever happens between. */
class SagaTest {
    private static final String COUPON = "membersync autumn-gala gold";

    static PricingRule memberCode(String percent) {
        CodeSpec spec = CodeSpec.percent(
                        percent, LocalDateTime.parse("2026-09-01T00:00"), LocalDateTime.parse("2026-10-20T00:00"))
                .withPrefix("GOLD");
        PricingRule rule = PricingRule.of(
                "member-code",
                1,
                Mode.AUTO,
                Scope.of("USD", "11"),
                Condition.always(),
                new Effect.IssueCode("gold", spec),
                new Effect.Coupon("gold", List.of("p1"), 0, true));
        return Rules.calm(rule, Rules.RESTLESS);
    }

    private static PricingRule rotating() {
        return Rules.calm(
                PricingRule.of(
                        "rotate",
                        2,
                        Mode.AUTO,
                        Scope.of("USD", "11"),
                        Condition.always(),
                        new Effect.RotateCode("gold", Duration.ofHours(1), Optional.of(Duration.ofDays(7)))),
                Rules.RESTLESS);
    }

    /** What the coupon gives is what its code gives, and no code is out that nobody advertises. */
    static boolean agree(Town town) {
        List<Map.Entry<ObjectRef, Terms>> coupons = town.running(ObjectKind.COUPON);
        LocalDateTime now = LocalDateTime.ofInstant(town.now.plus(Duration.ofHours(1)), Rules.ZONE);
        List<Map.Entry<ObjectRef, Terms>> codes = town.running(ObjectKind.DISCOUNT).stream()
                .filter(code -> LocalDateTime.parse(code.getValue().text("ends").orElseThrow())
                        .isAfter(now))
                .toList();
        if (coupons.isEmpty() || codes.isEmpty()) {
            return coupons.isEmpty() && codes.isEmpty();
        }
        Terms coupon = coupons.get(0).getValue();
        Terms code = codes.get(0).getValue();
        return coupons.size() == 1
                && codes.size() == 1
                && coupon.text("code").equals(Optional.of(codes.get(0).getKey().id()))
                && coupon.text("amount").equals(code.text("amount"));
    }

    private static Town town() {
        Town town = new Town();
        town.put("11", usd(100), 100, 10);
        return town;
    }

    @Test
    void aCodeIsMadeBeforeItIsAdvertised() {
        Town town = town();
        PricingReport report = town.engine(Rules.book(memberCode("10"))).run();
        assertThat(report.problems()).isEmpty();
        assertThat(report.made()).hasSize(1);
        assertThat(town.writes).hasSize(2);
        assertThat(town.writes.get(0)).startsWith("DISCOUNT GOLD").contains("amount=10", "type=PERCENTAGE");
        assertThat(town.writes.get(1)).startsWith("COUPON " + COUPON);
        assertThat(agree(town)).isTrue();
    }

    @Test
    void aSecondRunHasNothingToDo() {
        Town town = town();
        PricingEngine engine = town.engine(Rules.book(memberCode("10")));
        engine.run();
        assertThat(engine.run().made()).isEmpty();
        assertThat(town.writes).hasSize(2);
    }

    @Test
    void aCodeThatWasUsedGetsASuccessorWhenItsWorthChanges() {
        Town town = town();
        town.engine(Rules.book(memberCode("10"))).run();
        ObjectRef first = town.running(ObjectKind.DISCOUNT).get(0).getKey();
        town.objects.computeIfPresent(first, (code, terms) -> terms.with("used", 1));
        town.now = town.now.plus(Duration.ofDays(1));
        PricingReport report = town.engine(Rules.book(memberCode("20"))).run();
        assertThat(report.made()).extracting(Change::act).containsExactly(Change.Act.ROTATE);
        assertThat(town.running(ObjectKind.DISCOUNT)).hasSize(2);
        assertThat(town.objects.get(first).text("amount")).contains("10");
        assertThat(town.objects.get(first).text("ends"))
                .as("it ends after the carts that are open")
                .contains("2026-09-02T11:10");
        assertThat(agree(town)).isTrue();
    }

    @Test
    void aCodeThatNobodyUsedIsChangedInPlace() {
        Town town = town();
        town.engine(Rules.book(memberCode("10"))).run();
        ObjectRef first = town.running(ObjectKind.DISCOUNT).get(0).getKey();
        town.objects.computeIfPresent(first, (code, terms) -> terms.with("used", 0));
        PricingReport report = town.engine(Rules.book(memberCode("20"))).run();
        assertThat(report.made()).extracting(Change::act).containsExactly(Change.Act.SET);
        assertThat(town.objects.get(first).text("amount")).contains("20");
        assertThat(agree(town)).isTrue();
    }

    @Test
    void aCodeThatSomebodyDeletedIsMadeAnewUnderAnotherWord() {
        Town town = town();
        PricingEngine engine = town.engine(Rules.book(memberCode("10")));
        engine.run();
        ObjectRef first = town.running(ObjectKind.DISCOUNT).get(0).getKey();
        town.objects.remove(first);
        engine.run();
        assertThat(town.running(ObjectKind.DISCOUNT))
                .singleElement()
                .satisfies(code -> assertThat(code.getKey()).isNotEqualTo(first));
        assertThat(agree(town)).isTrue();
    }

    @Test
    void aRotationKeepsTheOldWordForItsOverlapAndComesAgainWhenItIsDue() {
        Town town = town();
        PricingEngine engine = town.engine(Rules.book(memberCode("10"), rotating()));
        engine.run();
        assertThat(town.running(ObjectKind.DISCOUNT))
                .as("a new code is a rotation too")
                .hasSize(1);
        town.now = town.now.plus(Duration.ofDays(7));
        String first = town.running(ObjectKind.DISCOUNT).get(0).getKey().id();
        assertThat(engine.run().made()).extracting(Change::act).containsExactly(Change.Act.ROTATE);
        assertThat(town.objects.get(new ObjectRef(ObjectKind.DISCOUNT, first)).text("ends"))
                .contains("2026-09-08T12:00");
        assertThat(engine.memory().codeWord("gold")).isPresent().get().isNotEqualTo(first);
        assertThat(agree(town)).isTrue();
    }

    @Test
    void whenTheSecondSystemRefusesTheFirstIsTakenBack() {
        Town town = town();
        town.hook = (call, after) -> {
            if (call.equals("write COUPON") && !after) {
                throw SideException.refused("no coupons today", null);
            }
        };
        PricingReport report = town.engine(Rules.book(memberCode("10"))).run();
        assertThat(report.made()).isEmpty();
        assertThat(report.problems()).containsExactly("not made, and planned again: no coupons today");
        assertThat(report.incidents()).isEmpty();
        assertThat(town.objects).isEmpty();
    }

    @Test
    void aRefusalThatTookEffectAllTheSameCountsAsDone() {
        Town town = town();
        town.hook = (call, after) -> {
            if (call.equals("write COUPON") && after) {
                throw SideException.refused("422", null);
            }
        };
        PricingReport report = town.engine(Rules.book(memberCode("10"))).run();
        assertThat(report.made()).hasSize(1);
        assertThat(agree(town)).isTrue();
    }

    @Test
    void whatCannotBeTakenBackIsAnIncidentThatStaysUntilItIsSettled() {
        Town town = town();
        town.hook = (call, after) -> {
            if (call.equals("write COUPON") || call.equals("remove DISCOUNT")) {
                throw SideException.refused("no", null);
            }
        };
        PricingEngine engine = town.engine(Rules.book(memberCode("10")));
        PricingReport report = engine.run();
        assertThat(report.incidents()).extracting(PricingIncident::kind).containsExactly("NOT_TAKEN_BACK");
        assertThat(town.told).extracting(PricingNotices.Notice::about).containsExactly("INCIDENT");
        assertThat(engine.run().problems()).hasSize(2);
        assertThat(town.told).as("told once").hasSize(1);
        engine.settle(report.incidents().get(0).id(), "operations");
        assertThat(engine.incidents()).isEmpty();
    }

    @Test
    void whatNobodyKnowsStaysOpenAndIsReadAgain() {
        Town town = town();
        town.hook = (call, after) -> {
            if (call.equals("write DISCOUNT") && !after) {
                throw SideException.outcomeUnknown("no answer", null);
            }
        };
        PricingEngine engine = town.engine(Rules.book(memberCode("10")));
        assertThat(engine.run().incidents()).extracting(PricingIncident::kind).containsExactly("IN_DOUBT");
        town.hook = (call, after) -> {};
        PricingReport later = engine.run();
        assertThat(later.incidents()).isEmpty();
        assertThat(later.made()).hasSize(1);
        assertThat(agree(town)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "20"})
    void aProcessThatIsKilledAtAnyCallIsPickedUp(String second) {
        for (int kill = 0; kill < 16; kill++) {
            Town town = town();
            town.engine(Rules.book(memberCode("10"))).run();
            town.running(ObjectKind.DISCOUNT)
                    .forEach(code ->
                            town.objects.put(code.getKey(), code.getValue().with("used", 3)));
            town.now = town.now.plus(Duration.ofDays(1));
            int at = kill;
            int[] calls = {0};
            town.hook = (call, after) -> {
                if (calls[0]++ == at) {
                    throw new IllegalStateException("killed");
                }
            };
            PricingEngine engine = town.engine(Rules.book(memberCode(second), rotating()));
            try {
                engine.run();
            } catch (IllegalStateException killed) {
                assertThat(killed).hasMessage("killed");
            }
            town.hook = (call, after) -> {};
            IntStream.range(0, 2)
                    .forEach(run -> town.engine(Rules.book(memberCode(second), rotating()))
                            .run());
            town.now = town.now.plus(Duration.ofHours(2));
            assertThat(agree(town))
                    .as("killed at call %d: %s", kill, town.objects)
                    .isTrue();
            assertThat(town.running(ObjectKind.DISCOUNT))
                    .as("killed at call %d", kill)
                    .hasSize(2);
        }
    }

    @Test
    void aClassThatSomebodyChangedMeanwhileIsNotOverwritten() {
        Town town = town();
        town.hook = (call, after) -> {
            if (call.equals("read CLASSES") && !after) {
                town.put("11", usd(77), 100, 10);
            }
        };
        PricingReport report = town.engine(Rules.book(Rules.price("late", 1, Condition.always(), 120)))
                .run();
        assertThat(report.made()).isEmpty();
        assertThat(report.problems())
                .containsExactly(
                        "not made, and planned again: CLASSES autumn-gala is not any more what the plan was made on");
        assertThat(town.price("11")).isEqualTo(usd(77));
    }

    @Test
    void aPlanIsMadeAfterAPersonAcceptedExactlyItsHash() {
        Town town = town();
        PricingEngine engine =
                town.engine(Rules.book(Rules.price("late", 1, Condition.always(), 120)), Permissions.withExperiments());
        PricingReport report = engine.run();
        assertThat(report.made()).isEmpty();
        assertThat(report.waiting()).hasSize(1);
        assertThatThrownBy(() -> engine.approve("0000", "treasurer"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no plan waits with the hash 0000");
        town.now = town.now.plus(Duration.ofMinutes(5));
        town.put("11", usd(100), 100, 12);
        assertThat(engine.run().waitingHash())
                .as("the same wish keeps its hash")
                .isEqualTo(report.waitingHash());
        assertThat(engine.approve(report.waitingHash(), "treasurer").made()).hasSize(1);
        assertThat(town.price("11")).isEqualTo(usd(120));
        assertThat(engine.waiting()).isEmpty();
        assertThat(engine.audit()).anyMatch(row -> row.text("by").equals(Optional.of("treasurer")));
    }

    @Test
    void anAcceptedChangeThatRulesDoNotWantAnyMoreIsLeftOut() {
        Town town = town();
        PricingEngine engine = town.engine(
                Rules.book(Rules.price("late", 1, Rules.soldAtLeast(5), 120)), Permissions.withExperiments());
        String hash = engine.run().waitingHash();
        town.put("11", usd(100), 100, 2);
        PricingReport report = engine.approve(hash, "treasurer");
        assertThat(report.made()).isEmpty();
        assertThat(report.problems()).singleElement().asString().startsWith("left out");
        assertThat(town.price("11")).isEqualTo(usd(100));
    }

    @Test
    void aPlanWaitsForADay() {
        Town town = town();
        PricingEngine engine =
                town.engine(Rules.book(Rules.price("late", 1, Condition.always(), 120)), Permissions.withExperiments());
        String hash = engine.run().waitingHash();
        town.now = town.now.plus(Duration.ofHours(24)).plusSeconds(1);
        assertThatThrownBy(() -> engine.approve(hash, "treasurer")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProposalIsToldOnceAndNothingIsWritten() {
        Town town = town();
        PricingEngine engine =
                town.engine(Rules.book(Rules.price("late", 1, Condition.always(), 120)), Permissions.standard());
        engine.run();
        engine.run();
        assertThat(town.writes).isEmpty();
        assertThat(town.told).extracting(PricingNotices.Notice::about).containsExactly("PROPOSAL");
    }

    @Test
    void oldInputsChangeNothing() {
        Town town = town();
        town.readMinutesAgo = 11;
        PricingReport report = town.engine(Rules.book(Rules.price("late", 1, Condition.always(), 120)))
                .run();
        assertThat(town.writes).isEmpty();
        assertThat(report.problems()).singleElement().asString().contains("were read 11m ago");
    }

    @Test
    void aSecondRunAtTheSameTimeStops() {
        Town town = town();
        town.hook = (call, after) -> {
            if (call.equals("write DISCOUNT") && !after) {
                town.hook = (inner, done) -> {};
                town.engine(Rules.book(memberCode("10"))).run();
            }
        };
        assertThatThrownBy(() -> town.engine(Rules.book(memberCode("10"))).run())
                .isInstanceOf(PricingConflictException.class);
        town.engine(Rules.book(memberCode("10"))).run();
        assertThat(agree(town)).isTrue();
    }

    @Test
    void whatAShadowRuleWouldDoIsKeptOnce() {
        Town town = town();
        PricingRule shadow =
                Rules.as(Rules.price("late", 1, Condition.always(), 120), "", Optional.empty(), Mode.SHADOW);
        PricingEngine engine = town.engine(Rules.book(shadow));
        engine.run();
        engine.run();
        assertThat(town.writes).isEmpty();
        assertThat(engine.audit())
                .singleElement()
                .satisfies(row -> assertThat(row.text("end")).contains("SHADOW"));
    }

    @Test
    void anAccessCodeThatIsRotatedIsEndedByHand() {
        LocalDateTime day = LocalDateTime.parse("2026-09-01T00:00");
        CodeSpec spec =
                new CodeSpec(CodeKind.ACCESS, Optional.empty(), Optional.empty(), day, day.plusDays(30), 0, 0, "");
        PricingRule issue = Rules.calm(
                PricingRule.of(
                        "door",
                        1,
                        Mode.AUTO,
                        Scope.of("USD", "11"),
                        Condition.always(),
                        new Effect.IssueCode("door", spec),
                        new Effect.RotateCode("door", Duration.ZERO, Optional.of(Duration.ofDays(1)))),
                Rules.RESTLESS);
        Town town = town();
        PricingEngine engine = town.engine(Rules.book(issue));
        engine.run();
        String first = engine.memory().codeWord("door").orElseThrow();
        town.now = town.now.plus(Duration.ofDays(1));
        engine.run();
        assertThat(engine.memory().codeWord("door")).isPresent().get().isNotEqualTo(first);
        assertThat(town.told)
                .singleElement()
                .satisfies(notice -> assertThat(notice.text()).startsWith("end the access code " + first));
    }
}
