package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.property.Property;
import dev.membersync.sync.ReconciliationReport;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.payment.DailyLine;
import dev.membersync.sync.payment.Money;
import dev.membersync.sync.payment.ReconciliationRules;
import dev.membersync.testkit.FakePayment;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;

/** Random stories about money, through both services. */
final class PaymentStoriesTest {
    private static final List<Fault> FAULTS =
            List.of(Fault.DROP_BEFORE, Fault.DROP_AFTER, Fault.STATUS_AFTER_EFFECT, Fault.STATUS_BEFORE);

    @Property(seeds = 60)
    @DisplayName("F-63: random payments and refunds, lost answers and deaths net to the same minor units everywhere")
    void randomPaymentsAndRefundsNetToTheSameMinorUnits(SplittableRandom random) {
        World world = World.withPayments();
        world.memberships.switches().changesPayments(true);
        CrashingWorld crashing = CrashingWorld.inMemory(world);
        for (int member = 1; member <= 3; member++) {
            attend(world, "m" + member);
        }
        for (int round = random.nextInt(2, 6); round > 0; round--) {
            world.event.tickets().forEach(ticket -> move(world, ticket, random));
            if (random.nextInt(3) == 0) {
                world.memberships.faults(FaultPlan.always(FAULTS.get(random.nextInt(FAULTS.size())))
                        .on("payments.record"));
            }
            if (random.nextInt(3) == 0) {
                crashing.crashAt(1 + random.nextInt(40));
            }
            crashing.sync();
            world.memberships.faults(FaultPlan.none());
        }
        crashing.sync();

        assertSame(world);
    }

    private static void attend(World world, String userId) {
        world.memberships.members().add(World.member(userId, "Person " + userId));
        long backstage = world.event.ticketType("Backstage").orElseThrow().id();
        world.event.addAttendee(
                backstage,
                Map.of(
                        "First Name",
                        "Person",
                        "Last Name",
                        userId,
                        "Email",
                        userId + "@example.com",
                        "Member ID",
                        userId),
                "membersync:" + userId);
    }

    private static void move(World world, FakeTicket ticket, SplittableRandom random) {
        BigDecimal left = ticket.paid().subtract(ticket.refunded());
        long minor = left.movePointRight(2).longValueExact();
        if (random.nextInt(3) == 0 && minor > 0) {
            world.event.refund(ticket.id(), BigDecimal.valueOf(random.nextLong(1, minor + 1), 2));
        } else if (random.nextInt(4) == 0) {
            world.event.pay(ticket.id(), BigDecimal.valueOf(random.nextLong(1, 5_000), 2));
        }
    }

    private static void assertSame(World world) {
        BigDecimal collected = world.event.tickets().stream()
                .map(ticket -> ticket.paid().subtract(ticket.refunded()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal told =
                world.memberships.payments().stream().map(FakePayment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(told).isEqualByComparingTo(collected);
        assertThat(world.memberships.payments()).hasSize(3);
        try (SyncEngine engine = world.build(World.EVENT)) {
            ReconciliationReport report = engine.reconcile(ZoneOffset.UTC, ReconciliationRules.standard())
                    .get(0);
            List<DailyLine> lines = report.report().lines();
            assertThat(lines.get(lines.size() - 1).closing()).isEqualTo(Money.of(collected, "USD"));
            assertThat(report.report().matched()).isEqualTo(3);
            assertThat(report.zeroSums()).containsExactly(Map.entry("USD", 0L));
        }
    }
}
