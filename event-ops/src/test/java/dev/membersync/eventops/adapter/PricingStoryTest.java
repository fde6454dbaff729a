package dev.membersync.eventops.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.eventops.pricing.Change;
import dev.membersync.eventops.pricing.ClassFacts;
import dev.membersync.eventops.pricing.Experiment;
import dev.membersync.eventops.pricing.PricingEngine;
import dev.membersync.eventops.pricing.PricingNotices;
import dev.membersync.eventops.pricing.PricingReport;
import dev.membersync.eventops.pricing.RuleForm;
import dev.membersync.eventops.pricing.Snapshot;
import dev.membersync.sync.payment.Money;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.RecordKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules at work on both services, as far as the test kit knows them. */
class PricingStoryTest {
    private static final Map<String, Object> STABLE = Map.of("cooldown", "0s", "minDwell", "0s");

    private final PricingWorld world = new PricingWorld();

    private Map<String, Object> book(Map<String, Object> rule) {
        Map<String, Object> full = new HashMap<>(rule);
        full.putIfAbsent("id", "r1");
        full.putIfAbsent("mode", "auto");
        full.putIfAbsent("when", "always");
        full.putIfAbsent("stability", STABLE);
        full.putIfAbsent("scope", Map.of("classes", List.of("" + world.general)));
        return Map.of(
                "currency",
                "USD",
                "classes",
                Map.of(
                        "" + world.general, Map.of("price", "100.00", "places", 100),
                        "" + world.vip, Map.of("price", "250.00", "places", 40)),
                "rules",
                List.of(full));
    }

    private Map<String, Object> code(int percent) {
        Map<String, Object> issue = Map.of(
                "key",
                "gold",
                "percent",
                percent,
                "starts",
                "2026-01-01T00:00",
                "ends",
                "2027-03-01T00:00",
                "prefix",
                "GOLD");
        return book(Map.of(
                "effects",
                List.of(Map.of("issueCode", issue), Map.of("coupon", Map.of("key", "gold", "oncePerCustomer", true)))));
    }

    @Test
    void aCodeAndItsCouponComeIntoBeingOnBothSides() {
        PricingReport report = world.engine(code(10)).run();
        assertThat(report.problems()).isEmpty();
        assertThat(world.event.boxOffice().discounts()).singleElement().satisfies(discount -> {
            assertThat(discount.code()).startsWith("GOLD").matches("[A-Z0-9]{14}");
            assertThat(discount.amount()).isEqualByComparingTo("10");
            assertThat(discount.typeIds()).containsExactly(world.general);
        });
        assertThat(world.memberships.records(RecordKind.COUPON).all())
                .singleElement()
                .satisfies(coupon -> assertThat(coupon.text("code"))
                        .contains(world.event.boxOffice().discounts().get(0).code()));
        assertThat(world.engine(code(10)).run().made()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverHappensToTheCallBothSidesAgreeInTheEnd(Fault fault) {
        world.accelevents.faults(FaultPlan.nth("discounts.create", 1, fault));
        world.memberships.faults(FaultPlan.nth("coupons.create", 1, fault));
        PricingEngine engine = world.engine(code(10));
        for (int i = 0; i < 4; i++) {
            PricingReport report = engine.run();
            boolean same = world.event.boxOffice().discounts().size()
                    == world.memberships.records(RecordKind.COUPON).all().size();
            assertThat(same || !report.incidents().isEmpty())
                    .as("%s run %d", fault, i)
                    .isTrue();
            world.time.advance(Duration.ofMinutes(20));
        }
        assertThat(engine.incidents()).isEmpty();
        assertThat(world.event.boxOffice().discounts()).hasSize(1);
        assertThat(world.memberships.records(RecordKind.COUPON).all()).hasSize(1);
    }

    @Test
    void aPriceIsAProposalUntilItsCallIsAllowed() {
        Map<String, Object> rules = book(Map.of("effects", List.of(Map.of("setPrice", "120.00"))));
        world.engine(rules).run();
        assertThat(world.told).extracting(PricingNotices.Notice::about).containsExactly("PROPOSAL");
        assertThat(world.accelevents.writes().count()).isZero();
        assertThat(world.engine(rules, Experiment.PRICES).run().problems()).isEmpty();
        assertThat(world.event.ticketTypes())
                .filteredOn(type -> type.id() == world.general)
                .singleElement()
                .satisfies(type -> assertThat(type.price()).isEqualByComparingTo(new BigDecimal("120")));
    }

    @Test
    void placesMoveBetweenClassesInOneWrite() {
        Map<String, Object> move = Map.of("from", "" + world.vip, "to", "" + world.general, "places", 15);
        PricingReport report = world.engine(
                        book(Map.of("effects", List.of(Map.of("moveCapacity", move)))), Experiment.PLACES)
                .run();
        assertThat(report.problems()).isEmpty();
        assertThat(world.event.remaining(world.vip)).isEqualTo(25);
        assertThat(world.event.remaining(world.general)).isEqualTo(115);
    }

    @Test
    void aClassIsHiddenAndItsAccessCodeOpensIt() {
        Map<String, Object> hide = book(Map.of("effects", List.of("hide")));
        assertThat(world.engine(hide, Experiment.SALE).run().problems()).isEmpty();
        Map<String, Object> issue =
                Map.of("key", "door", "kind", "access", "starts", "2026-01-01T00:00", "ends", "2027-03-01T00:00");
        PricingReport report = world.engine(
                        book(Map.of("id", "r2", "effects", List.of(Map.of("issueCode", issue)))),
                        Experiment.ACCESS_CODES)
                .run();
        assertThat(report.problems()).isEmpty();
        assertThat(report.made()).extracting(Change::act).containsExactly(Change.Act.ISSUE);
        assertThat(world.event.boxOffice().accessCodes()).hasSize(1);
    }

    @Test
    void membersOfThePlansAreTaggedOnce() {
        world.member("m1", "gold");
        world.member("m2", "gold");
        world.member("m3", "silver");
        Map<String, Object> rule = book(Map.of(
                "scope",
                Map.of("plans", List.of("gold")),
                "effects",
                List.of(Map.of("tag", Map.of("name", "gala-offer")))));
        PricingEngine engine = world.engine(rule);
        assertThat(engine.run().problems()).isEmpty();
        assertThat(world.memberships.records(RecordKind.CONTACT).all())
                .filteredOn(contact -> contact.toString().contains("gala-offer"))
                .hasSize(2);
        assertThat(engine.run().made()).isEmpty();
    }

    @Test
    void moreMembersThanARuleAllowsAreNotTaggedAtAll() {
        world.member("m1", "gold");
        world.member("m2", "gold");
        Map<String, Object> rule = book(Map.of(
                "scope",
                Map.of("plans", List.of("gold")),
                "effects",
                List.of(Map.of("tag", Map.of("name", "gala-offer", "most", 1)))));
        PricingReport report = world.engine(rule).run();
        assertThat(report.problems()).singleElement().asString().contains("2 members would be tagged");
        assertThat(report.incidents()).isEmpty();
        assertThat(world.memberships.writes().count()).isZero();
    }

    @Test
    void aSnapshotCostsTwoCallsWhenNoRuleAsksForMore() {
        Snapshot snapshot = world.inputs()
                .snapshot(
                        RuleForm.book(book(Map.of("effects", List.of(Map.of("setPrice", "120.00"))))),
                        world.time.instant());
        assertThat(world.accelevents.requests().count()).isEqualTo(2);
        assertThat(world.memberships.requests().count()).isZero();
        ClassFacts facts = snapshot.classes().get("" + world.general);
        assertThat(facts.price()).contains(Money.ofMinor(10_000, "USD"));
        assertThat(facts.capacity()).hasValue(100);
        assertThat(facts.sold()).hasValue(0);
        assertThat(facts.held()).hasValue(0);
        assertThat(facts.paid()).isEmpty();
        assertThat(snapshot.eventStart()).isPresent();
    }

    @Test
    void whatARuleAsksForIsReadAndCounted() {
        world.member("m1", "gold");
        world.member("m2", "gold");
        world.member("m3", "silver");
        Map<String, Object> when = Map.of("pending", Map.of("above", 0), "activeMembers(gold)", Map.of("atLeast", 2));
        var book = RuleForm.book(book(Map.of("when", when, "effects", List.of(Map.of("notify", "look")))));
        var inputs = world.inputs();
        Snapshot snapshot = inputs.snapshot(book, world.time.instant());
        assertThat(snapshot.activeMembers()).contains(Map.of("gold", 2L, "silver", 1L));
        assertThat(snapshot.classes().get("" + world.general).paid()).isEqualTo(OptionalLong.of(0));
        assertThat(snapshot.classes().get("" + world.general).pending()).isEqualTo(OptionalLong.of(0));
        long calls = world.memberships.requests().count();
        inputs.snapshot(book, world.time.instant().plusSeconds(299));
        assertThat(world.memberships.requests().count())
                .as("counted at most once in a while")
                .isEqualTo(calls);
        assertThat(inputs.snapshot(book, world.time.instant().plusSeconds(300)).membersAt())
                .isEqualTo(world.time.instant().plusSeconds(300));
    }

    @Test
    void membersThatCannotBeReadAreUnknown() {
        world.memberships.faults(FaultPlan.always(Fault.STATUS_BEFORE));
        var book = RuleForm.book(book(Map.of(
                "when",
                Map.of("activeMembers(gold)", Map.of("atLeast", 2)),
                "effects",
                List.of(Map.of("notify", "look")))));
        assertThat(world.inputs().snapshot(book, world.time.instant()).activeMembers())
                .isEqualTo(Optional.empty());
    }
}
