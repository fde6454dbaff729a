package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.membersync.sync.ReconciliationReport;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.payment.ReconciliationRules;
import dev.membersync.testkit.FakePayment;
import dev.membersync.testkit.FakeTicket;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine is killed at every step of a story about money. */
final class PaymentsCrashTest {
    private static final int MOST_STEPS = 500;

    private record Story(World world, CrashingWorld crashing, FakeTicket first, FakeTicket second) {}

    private static Story story() {
        World world = World.withPayments();
        world.memberships.members().add(World.member("m1", "Ada Example"));
        return new Story(world, CrashingWorld.inMemory(world), paid(world), paid(world));
    }

    private static FakeTicket paid(World world) {
        long backstage = world.event.ticketType("Backstage").orElseThrow().id();
        return world.event.addAttendee(
                backstage,
                Map.of("First Name", "Ada", "Last Name", "Example", "Email", "m1@example.com", "Member ID", "m1"),
                "membersync:m1");
    }

    private static String key(FakeTicket ticket) {
        return World.EVENT + "/" + ticket.orderId();
    }

    /** Told, and after a refund told again; killed once on the way. @return the steps of the whole story */
    private static long tell(Story story, long crashAt) {
        story.world.memberships.switches().changesPayments(true);
        if (crashAt > 0) {
            story.crashing.crashAt(crashAt);
        }
        story.crashing.sync();
        story.world.event.refund(story.first.id(), new BigDecimal("50.00"));
        story.crashing.sync();
        return story.crashing.steps();
    }

    private static void assertInStep(Story story) {
        assertThat(story.world.memberships.payments())
                .extracting(FakePayment::paymentId, FakePayment::amount, FakePayment::status)
                .containsExactlyInAnyOrder(
                        tuple(key(story.first), new BigDecimal("100.00"), "partially_refunded"),
                        tuple(key(story.second), new BigDecimal("150.00"), "paid"));
        assertAgreed(story);
    }

    private static void assertAgreed(Story story) {
        try (SyncEngine engine = story.world.build(World.EVENT)) {
            ReconciliationReport report = engine.reconcile(ZoneOffset.UTC, ReconciliationRules.standard())
                    .get(0);
            assertThat(report.report().discrepancies()).isEmpty();
            assertThat(report.report().matched()).isEqualTo(2);
            assertThat(report.zeroSums().values()).isNotEmpty().allMatch(sum -> sum == 0);
        }
        story.world.forgetCalls();
        assertThat(story.crashing.sync().payments().get(0).isClean()).isTrue();
        assertThat(story.world.writes()).isZero();
        assertThat(story.world.memberships.requests().count("payments.record")).isZero();
    }

    @Test
    @DisplayName("F-67: killed at any step, nothing is told twice under two keys and nothing is forgotten")
    void killedAnywhereItEndsInStep() {
        long steps = tell(story(), 0);
        assertThat(steps).isBetween(10L, (long) MOST_STEPS);
        for (long point = 1; point <= steps; point++) {
            Story story = story();
            tell(story, point);
            assertInStep(story);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("F-67: killed at any step before a service that answers a repeat with 409, or with the same again")
    void killedAnywhereARepeatIsKnown(boolean conflict) {
        Story whole = story();
        whole.crashing.sync();
        for (long point = 1; point <= whole.crashing.steps(); point++) {
            Story story = story();
            story.world.memberships.switches().conflictOnRepeatedPayment(conflict);
            story.crashing.crashAt(point);
            story.crashing.sync();

            assertThat(story.world.memberships.payments())
                    .extracting(FakePayment::amount)
                    .isEqualTo(List.of(new BigDecimal("150.00"), new BigDecimal("150.00")));
            assertAgreed(story);
        }
    }
}
