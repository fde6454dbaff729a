package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.SyncOptions;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.PaidTickets;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.policy.Statuses;
import dev.membersync.testkit.FakeMember;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Guards, money, places, statuses and values that cannot cross. */
class LimitsTest {
    private final World world = World.ordinary();

    @Test
    void tooManyCreatesStopTheRunBeforeTheFirstWriteUntilExactlyThatPlanIsApproved() {
        world.workflow = template -> template.guards(new GuardPolicy(3, World.WIDE.changes(), World.WIDE.removals()));
        world.members(5);

        SyncReport stopped = world.sync();

        assertThat(stopped.isStopped()).isTrue();
        assertThat(world.accelevents.writes().entries()).isEmpty();
        SyncPlan.WorkflowPlan plan = stopped.workflows().get(0).plan();
        assertThat(plan.objections()).singleElement().asString().contains("5", "guards.creates", "3");
        assertThat(world.sync(SyncOptions.standard().approving("0".repeat(64))).isStopped())
                .isTrue();
        SyncReport approved = world.sync(SyncOptions.standard().approving(plan.digest()));
        assertThat(approved.isStopped()).isFalse();
        assertThat(approved.counts().created()).isEqualTo(5);
    }

    @Test
    void aCanaryWorksOnFewMembersOnly() {
        world.members(5);

        SyncReport report = world.sync(SyncOptions.standard().canary(2));

        assertThat(report.counts().created()).isEqualTo(2);
        assertThat(world.sync().counts().created()).isEqualTo(3);
    }

    @Test
    void aPricedTicketTypeIsAReviewAndNoBooking() {
        world.memberships.members().add(World.member("s", "Silvia Silver").withPlan("silver"));

        SyncReport report = world.sync();

        assertThat(report.counts().review()).isEqualTo(1);
        assertThat(world.accelevents.writes().entries()).isEmpty();
        assertThat(report.isClean()).isFalse();
    }

    @Test
    void aPricedTicketTypeIsBookedOnlyByAnExplicitChoice() {
        world.workflow = template -> template.guards(World.WIDE).paidTickets(PaidTickets.UNPAID);
        world.memberships.members().add(World.member("s", "Silvia Silver").withPlan("silver"));

        SyncReport report = world.sync();

        assertThat(report.counts().created()).isEqualTo(1);
        assertThat(world.attendeesOf("s")).hasSize(1);
    }

    @Test
    void aSoldOutTypeParksTheRestWithoutACallForEachMember() {
        long general = world.event.ticketType("General Admission").orElseThrow().id();
        world.event.changeQuantity(general, 3);
        world.members(10);

        SyncPlan plan = world.plan();
        SyncReport report = world.sync();

        assertThat(plan.workflows().get(0).noPlace()).isEqualTo(Map.of("General Admission", 7L));
        assertThat(report.counts().created()).isEqualTo(3);
        assertThat(report.counts().held()).isEqualTo(7);
        assertThat(world.accelevents.requests().count("orders.create")).isEqualTo(3);
        world.forgetCalls();
        assertThat(world.sync().counts().held()).isEqualTo(7);
        assertThat(world.accelevents.requests().count("orders.create")).isZero();
        world.event.changeQuantity(general, 100);
        assertThat(world.sync().counts().created()).isEqualTo(7);
        assertThat(world.event.attendees()).hasSize(10);
    }

    @Test
    void theVendorsSoldOutParksTheRestToo() {
        long general = world.event.ticketType("General Admission").orElseThrow().id();
        world.members(10);
        world.event.changeQuantity(general, 10);
        SyncPlan plan = world.plan();
        world.event.changeQuantity(general, 4);

        SyncReport report = world.sync();

        assertThat(plan.counts().planned()).isEqualTo(10);
        assertThat(report.counts().created()).isEqualTo(4);
        assertThat(report.counts().held()).isEqualTo(6);
    }

    @Test
    void statusesThatDoNotRegisterAreSkippedWithAReason() {
        world.members(2);
        world.memberships.members().changeStatus("m2", "inactive");

        SyncReport report = world.sync();

        assertThat(report.counts().created()).isEqualTo(1);
        assertThat(report.counts().skipped()).isEqualTo(1);
        assertThat(report.workflows().get(0).skipped().keySet())
                .singleElement()
                .asString()
                .contains("keep");
    }

    @Test
    void anUnknownStatusIsAskedAboutOncePerValue() { // F-55
        world.workflow = template -> template.guards(World.WIDE)
                .statuses(Statuses.of(Map.of("active", StatusAction.REGISTER, "inactive", StatusAction.KEEP)));
        world.members(6);
        world.memberships.members().changeStatus("m2", "galactic");
        world.memberships.members().changeStatus("m3", "galactic");
        world.memberships.members().changeStatus("m4", "lunar");

        SyncReport report = world.sync();

        assertThat(report.counts().created()).isEqualTo(3);
        assertThat(report.counts().review()).isEqualTo(2);
        assertThat(report.counts().skipped()).isEqualTo(3);
    }

    @Test
    void removeDeletesATicketWithoutAPriceAndAsksAboutAPaidOne() {
        world.workflow = template -> template.guards(World.WIDE)
                .paidTickets(PaidTickets.CASH)
                .statuses(Statuses.of(Map.of("active", StatusAction.REGISTER, "left", StatusAction.REMOVE)));
        world.memberships.members().add(World.member("f", "Fred Free"));
        world.memberships.members().add(World.member("p", "Paula Paid").withPlan("silver"));
        world.sync();
        world.memberships.members().changeStatus("f", "left");
        world.memberships.members().changeStatus("p", "left");
        world.forgetCalls();

        SyncReport report = world.sync();

        assertThat(world.attendeesOf("f")).isEmpty();
        assertThat(world.attendeesOf("p")).hasSize(1);
        assertThat(report.counts().review()).isEqualTo(1);
        assertThat(world.accelevents.writes().entries())
                .singleElement()
                .satisfies(write -> assertThat(write.kind()).isEqualTo("delete"));
    }

    @Test
    void aMemberWithoutAnAddressOrWithAnOverlongNameIsAReview() { // F-44
        world.memberships.members().add(FakeMember.of("x", null, "No Address").withStatus("active"));
        world.memberships.members().add(World.member("y", "A" + "b".repeat(60)));

        SyncReport report = world.sync();

        assertThat(report.counts().review()).isEqualTo(2);
        assertThat(report.counts().created()).isZero();
        assertThat(world.accelevents.writes().entries()).isEmpty();
    }

    @Test
    void aBadTicketTypeHoldsThatFieldAndTheNameStillSyncs() {
        world.ticketTypes = Map.of("gold", "VIP", "active", "General Admission");
        world.members(2);
        world.sync();
        world.ticketTypes = Map.of("gold", "VIP");
        world.memberships.members().rename("m1", "New Name");

        SyncReport report = world.sync();

        assertThat(world.attendeesOf("m1"))
                .singleElement()
                .satisfies(ticket -> assertThat(ticket.lastName()).isEqualTo("Name"));
        assertThat(report.counts().held()).isEqualTo(2);
        assertThat(report.counts().review()).isPositive();
    }

    @Test
    void aReviewIsSettledWhenItsReasonHasGone() {
        world.memberships.members().add(FakeMember.of("x", null, "No Address").withStatus("active"));
        world.sync();
        world.memberships.members().changeEmail("x", "x@example.com");

        SyncReport report = world.sync();

        assertThat(report.counts().created()).isEqualTo(1);
        assertThat(report.counts().review()).isZero();
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void aReviewOfALinkedMemberIsSettledWhenItsReasonHasGone() {
        world.members(1);
        world.sync();
        world.memberships.members().changePlan("m1", "silver");
        assertThat(world.sync().counts().review()).isEqualTo(1);
        world.memberships.members().changePlan("m1", null);

        SyncReport report = world.sync();

        assertThat(report.counts().review()).isZero();
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void aVanishedListOfMembersStopsTheRun() { // F-29, F-53
        world.workflow = template -> template; // the standard guards
        world.members(100);
        world.sync();
        world.memberships.members().clear();
        world.memberships.members().add(World.member("m1", "Person Number1"));
        world.forgetCalls();

        SyncReport report = world.sync();

        assertThat(report.isStopped()).isTrue();
        assertThat(world.accelevents.writes().entries()).isEmpty();
        assertThat(world.memberships.requests().count("users.get")).isZero();
    }
}
