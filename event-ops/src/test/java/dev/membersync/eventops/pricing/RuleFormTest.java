package dev.membersync.eventops.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleFormTest {
    private static Map<String, Object> book(Map<String, Object> rule) {
        Map<String, Object> full = new HashMap<>(Map.of(
                "id",
                "r1",
                "when",
                "always",
                "effects",
                List.of(Map.of("setPrice", "90.00")),
                "scope",
                Map.of("classes", List.of("11"))));
        full.putAll(rule);
        return Map.of(
                "currency",
                "USD",
                "classes",
                Map.of("11", Map.of("price", 100, "places", 100)),
                "targetFill",
                Map.of(60, 20, 30, 50),
                "rules",
                List.of(full));
    }

    private static PricingRule rule(Map<String, Object> rule) {
        return RuleForm.book(book(rule)).rules().get(0);
    }

    private static void refused(Map<String, Object> rule, String message) {
        assertThatThrownBy(() -> RuleForm.book(book(rule)))
                .isInstanceOf(RuleFormException.class)
                .hasMessage(message);
    }

    @Test
    void aRuleWithoutSettingsIsAShadow() {
        PricingRule rule = rule(Map.of());
        assertThat(rule.mode()).isEqualTo(Mode.SHADOW);
        assertThat(rule.version()).isEqualTo(1);
        assertThat(rule.priority()).isEqualTo(100);
        assertThat(rule.subject()).isEqualTo(BenefitSubject.HOLDER);
        assertThat(rule.stability()).isEqualTo(Stability.standard());
        assertThat(rule.promise().reservation()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aBookHasRegularTermsTargetsAndTheAgeOfItsInputs() {
        RuleBook book = RuleForm.book(book(Map.of()));
        assertThat(book.regular().get("11"))
                .isEqualTo(new RuleBook.Regular(Optional.of(Rules.usd(100)), OptionalLong.of(100)));
        assertThat(book.target(45).orElseThrow()).isEqualByComparingTo("35");
        assertThat(book.target(365).orElseThrow()).isEqualByComparingTo("20");
        assertThat(book.maxInputAge()).isEqualTo(Duration.ofMinutes(10));
        assertThat(book.eligible()).isEqualTo(RuleBook.CURRENT);
    }

    @Test
    void everyPartOfARuleCanBeSaid() {
        PricingRule rule = rule(Map.of(
                "version", 3,
                "group", "ladder",
                "mode", "auto",
                "subject", "organisation",
                "until", Map.of("percentSold", Map.of("below", 70)),
                "bounds",
                        Map.of(
                                "floor",
                                "50",
                                "ceiling",
                                150,
                                "grid",
                                "5.00",
                                "neverRaiseForHolders",
                                true,
                                "maxQuota",
                                120),
                "stability",
                        Map.of(
                                "minDwell",
                                "1h",
                                "maxChangesPerDay",
                                2,
                                "quietHours",
                                Map.of("from", "22:00", "to", "07:00")),
                "promise", Map.of("announcedUntil", "2026-09-30T23:59"),
                "approval", Map.of("abovePercent", 20, "aboveSeats", 50)));
        assertThat(rule.ref()).isEqualTo("r1@3");
        assertThat(rule.until()).contains(Rules.soldBelow(70));
        assertThat(rule.bounds().grid()).contains(Rules.usd(5));
        assertThat(rule.bounds().maxQuota()).hasValue(120);
        assertThat(rule.stability().quiet()).contains(new Stability.Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0)));
        assertThat(rule.promise().announcedUntil()).contains(LocalDateTime.parse("2026-09-30T23:59"));
        assertThat(rule.approval())
                .isEqualTo(new ApprovalLimits(Optional.of(new BigDecimal("20")), OptionalLong.of(50)));
    }

    @Test
    void aConditionIsATree() {
        Condition condition = rule(Map.of(
                        "when",
                        Map.of(
                                "all",
                                List.of(
                                        Map.of("percentSold", Map.of("atLeast", 80)),
                                        Map.of(
                                                "not",
                                                Map.of("membershipState", Map.of("in", List.of("ACTIVE", "GRACE")))),
                                        Map.of(
                                                "any",
                                                List.of(
                                                        Map.of("velocity(24h)", Map.of("above", "2.5")),
                                                        Map.of(
                                                                "percentSold",
                                                                Map.of("below", Map.of("input", "targetFill")))))))))
                .when();
        assertThat(condition)
                .isEqualTo(new Condition.All(List.of(
                        Rules.soldAtLeast(80),
                        new Condition.Not(
                                new Condition.In(Input.of(InputKind.MEMBERSHIP_STATE), Set.of("ACTIVE", "GRACE"))),
                        new Condition.AnyOf(List.of(
                                new Condition.Compare(
                                        Input.parse("velocity(24h)"),
                                        Comparison.ABOVE,
                                        new Operand.Quantity(new BigDecimal("2.5"))),
                                new Condition.Compare(
                                        Input.of(InputKind.PERCENT_SOLD),
                                        Comparison.BELOW,
                                        new Operand.Of(Input.of(InputKind.TARGET_FILL))))))));
    }

    @Test
    void everyEffectCanBeSaid() {
        Map<String, Object> code = Map.of(
                "key",
                "gold",
                "percent",
                10,
                "starts",
                "2026-09-01T00:00",
                "ends",
                "2026-10-01T00:00",
                "uses",
                5,
                "prefix",
                "G");
        PricingRule rule = rule(Map.of(
                "scope",
                Map.of("classes", List.of("11")),
                "effects",
                List.of(
                        Map.of("adjustPrice", Map.of("percent", -10, "stacks", true)),
                        Map.of("setQuota", 120),
                        "close",
                        Map.of("open", Map.of("until", "2026-10-01T00:00")),
                        Map.of("issueCode", code),
                        Map.of("rotateCode", Map.of("key", "gold", "every", "7d", "overlap", "1h")),
                        Map.of("coupon", Map.of("key", "gold", "products", List.of("p1"))),
                        Map.of("offerWaitlist", Map.of("places", 5, "ttl", "4h")),
                        Map.of("allowList", Map.of("list", "Members")),
                        Map.of("notify", "nearly full"))));
        assertThat(rule.effects())
                .hasSize(10)
                .contains(
                        new Effect.SetQuota(120),
                        new Effect.Close(),
                        new Effect.RotateCode("gold", Duration.ofHours(1), Optional.of(Duration.ofDays(7))),
                        new Effect.OfferWaitlist(5, Duration.ofHours(4)));
    }

    @Test
    void anErrorNamesThePathOfItsKey() {
        refused(Map.of("mode", "fast"), "rules[0].mode: give one of [off, shadow, approve, auto]");
        refused(
                Map.of("when", Map.of("percentSold", Map.of("atleast", 80))),
                "rules[0].when.percentSold.atleast: there is no such comparison; known are is, not, below, atMost, above, atLeast,"
                        + " between and in");
        refused(
                Map.of("when", Map.of("procentSold", Map.of("atLeast", 80))),
                "rules[0].when.procentSold: there is no input procentSold; see the list of inputs");
        refused(
                Map.of("bounds", Map.of("floor", "12.345")),
                "rules[0].bounds.floor: the amount 12.345 USD has more decimals than the 2 of its currency; it is not rounded: mend it where it comes from");
        refused(Map.of("bounds", Map.of("floor", 9, "ceiling", 8)), "rules[0].bounds: the floor is above the ceiling");
        refused(
                Map.of("effects", List.of(Map.of("setPrice", "cheap"))),
                "rules[0].effects[0].setPrice: give an amount such as 25.00");
        refused(Map.of("effects", List.of()), "rules[0]: a rule without effects does nothing");
        refused(
                Map.of("stability", Map.of("cooldown", "soon")),
                "rules[0].stability.cooldown: give a length of time such as 10m, 24h or 7d");
    }

    @Test
    void aKeyThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> RuleForm.book(book(Map.of("priorty", 3))))
                .isInstanceOf(RuleFormException.class)
                .hasMessageStartingWith("rules[0].priorty: there is no such key; known are [approval, bounds,");
    }

    @Test
    void aQuotaNeedsTheRegularPlacesOfItsClass() {
        refused(
                Map.of("effects", List.of(Map.of("moveCapacity", Map.of("from", "11", "to", "12", "places", 5)))),
                "the rule book: rule r1 changes the places of class 12; say under classes how many it has without rules");
    }

    @Test
    void moneyOfAnotherCurrencyIsRefused() {
        refused(
                Map.of("scope", Map.of("classes", List.of("11"), "currency", "XXQ")),
                "rules[0].effects[0].setPrice: the currency is no code of ISO 4217; name one such as USD");
    }
}
