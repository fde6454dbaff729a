package dev.membersync.examples.guide.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.accelevents.EventScope;
import dev.membersync.eventops.adapter.AcceleventsPricing;
import dev.membersync.eventops.adapter.LivePricingInputs;
import dev.membersync.eventops.adapter.MembershipsPricing;
import dev.membersync.eventops.pricing.MemoryDocuments;
import dev.membersync.eventops.pricing.Permissions;
import dev.membersync.eventops.pricing.PricingEngine;
import dev.membersync.eventops.pricing.PricingPlan;
import dev.membersync.eventops.pricing.PricingReport;
import dev.membersync.eventops.pricing.PricingSetup;
import dev.membersync.eventops.pricing.RuleBook;
import dev.membersync.eventops.pricing.RuleForm;
import dev.membersync.eventops.pricing.Side;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.user.MemberStatus;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The Java of docs/pricing.md. */
class PricingTest {
    private final InstantSource clock = InstantSource.system();

    @Test
    void rulesAreJudgedAndCarriedOut() {
        try (Stage stage = Stage.standard(12);
                AcceleventsClient accelevents = stage.events();
                MembershipsClient memberships = stage.members()) {
            String type = Long.toString(
                    stage.event().ticketType("Workshop Pass").orElseThrow().id());
            Map<String, Object> yamlAsMaps = Map.of(
                    "currency",
                    "USD",
                    "rules",
                    List.of(Map.of(
                            "id", "base",
                            "mode", "auto",
                            "scope", Map.of("classes", List.of(type)),
                            "when", "always",
                            "effects", List.of(Map.of("setPrice", "60.00")))));
            List<Object> told = new ArrayList<>();
            // snippet: engine
            RuleBook book = RuleForm.book(yamlAsMaps);
            EventScope event = accelevents.event("spring-summit");
            ZoneId zone = ZoneId.of("America/New_York");
            PricingEngine engine = PricingEngine.of(new PricingSetup(
                    "spring-summit",
                    zone,
                    book,
                    Permissions.standard(),
                    LivePricingInputs.of(event, zone, "USD").withoutWaitlist(),
                    Map.of(
                            Side.ACCELEVENTS, AcceleventsPricing.of(event, zone, "USD"),
                            Side.MEMBERSHIPS, MembershipsPricing.of(memberships, Set.of(MemberStatus.ACTIVE))),
                    MemoryDocuments.create(), // or JdbcPricingDocuments, which survive the process
                    told::add, // where people are told
                    clock,
                    new SecureRandom()));
            PricingPlan plan = engine.plan(); // reads only
            PricingReport report = engine.run(); // every few minutes
            engine.waiting().ifPresent(waiting -> engine.approve(waiting.hash(), "treasurer"));
            // end
            assertThat(plan.hash()).isNotEmpty();
            assertThat(report).isNotNull();
        }
    }
}
