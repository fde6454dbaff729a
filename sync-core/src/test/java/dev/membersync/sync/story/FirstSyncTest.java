package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.Counts;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.SyncReport;
import org.junit.jupiter.api.Test;

class FirstSyncTest {
    @Test
    void registersEveryMemberOnce() {
        World world = World.ordinary();
        world.members(5);

        SyncReport report = world.sync();

        assertThat(report.counts().created()).isEqualTo(5);
        assertThat(world.event.attendees()).hasSize(5);
        assertThat(world.attendeesOf("m3")).singleElement().satisfies(ticket -> {
            assertThat(ticket.firstName()).isEqualTo("Person");
            assertThat(ticket.lastName()).isEqualTo("Number3");
            assertThat(ticket.email()).isEqualTo("m3@example.com");
            assertThat(ticket.answer("Membership Status")).isEqualTo("active");
        });
    }

    @Test
    void costsTwoCallsForAFreeTicket() {
        World world = World.ordinary();
        world.members(200);

        world.sync();

        assertThat(world.accelevents.requests().count("orders.create")).isEqualTo(200);
        assertThat(world.accelevents.requests().count("orders.pay")).isEqualTo(200);
        int calls = world.accelevents.requests().count()
                + world.memberships.requests().count();
        assertThat(calls / 200.0).isLessThanOrEqualTo(2.05);
    }

    @Test
    void aSecondRunWritesNothing() {
        World world = World.ordinary();
        world.members(30);
        world.sync();
        world.forgetCalls();

        SyncReport second = world.sync();

        assertThat(world.accelevents.writes().entries()).isEmpty();
        assertThat(second.counts()).isEqualTo(new Counts(0, 0, 0, 30, 0, 0, 0, 0, 0, 0));
        assertThat(second.isClean()).isTrue();
    }

    @Test
    void aPlanListsExactlyWhatTheRunThenDoesAndWritesNothing() {
        World world = World.ordinary();
        world.members(10);

        SyncPlan plan = world.plan();

        assertThat(world.accelevents.writes().entries()).isEmpty();
        assertThat(plan.counts().planned()).isEqualTo(10);
        assertThat(plan.workflows().get(0).mails()).isEqualTo(10);
        SyncReport report = world.sync();
        assertThat(report.workflows().get(0).plan().operations())
                .isEqualTo(plan.workflows().get(0).operations());
        assertThat(report.workflows().get(0).plan().digest())
                .isEqualTo(plan.workflows().get(0).digest());
        assertThat(report.counts().created()).isEqualTo(10);
    }

    @Test
    void neverWritesToTheMembershipsSide() {
        World world = World.ordinary();
        world.members(5);

        world.sync();
        world.sync();

        assertThat(world.memberships.writes().entries()).isEmpty();
    }
}
