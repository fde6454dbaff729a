package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.PagingException;
import dev.membersync.sync.Checkpoints;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.store.Review;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** F-03, F-04: tickets that show late, or that appear when nobody expects them any more. */
class StormOfLateTicketsTest {
    private final World world = World.ordinary();
    private final CrashingWorld everybody = CrashingWorld.inMemory(world);

    private FakeTicket tagged(String userId, String email) {
        return world.event.addAttendee(
                world.event.ticketType("General Admission").orElseThrow().id(),
                Map.of("First Name", "Person", "Last Name", "Late", "Email", email),
                "membersync:" + userId);
    }

    private List<Review> reviews() {
        try (SyncEngine engine = world.build(World.EVENT)) {
            return engine.reviews(100);
        }
    }

    @Test
    void f04ASecondTicketOfAMemberIsReportedAndNeverDeleted() {
        world.members(3);
        world.sync();
        FakeTicket late = tagged("m2", "m2@example.com");
        world.forgetCalls();

        SyncReport report = world.sync();

        assertThat(report.isClean()).isFalse();
        assertThat(reviews()).singleElement().satisfies(review -> {
            assertThat(review.kind()).isEqualTo("DUPLICATE");
            assertThat(review.subject()).isEqualTo("m2");
            assertThat(review.reason()).contains(Long.toString(late.id()));
        });
        assertThat(world.accelevents.writes().entries()).isEmpty();
        assertThat(world.event.attendees()).hasSize(4);
    }

    @Test
    void f04AQuestionAboutASecondTicketStaysUntilTheTicketIsGone() {
        world.members(3);
        world.sync();
        FakeTicket late = tagged("m2", "m2@example.com");
        world.sync();
        world.memberships.members().rename("m2", "Other Name");
        world.sync();
        assertThat(reviews()).hasSize(1);

        world.event.delete(late.id());
        SyncReport report = world.sync();

        assertThat(reviews()).isEmpty();
        assertThat(report.isClean()).isTrue();
        everybody.assertInStep();
    }

    @Test
    void f23ACrashBeforeTheOrdersWereReadLosesNoTag() {
        world.members(2);
        world.sync();
        world.memberships.members().add(World.member("m9", "Person Number9"));
        tagged("m9", "old-address@example.com");
        world.engine = builder -> Checkpoints.told(builder, step -> {
            if (step.equals("order page")) {
                throw new SimulatedCrash(step);
            }
        });
        assertThatThrownBy(world::sync).matches(SimulatedCrash::caused);
        world.engine = builder -> builder;
        world.store = everybody.reopened.apply(world.store);

        world.sync();

        assertThat(world.event.attendees()).hasSize(3);
        everybody.assertInStep();
    }

    @Test
    void f25AScanThatHadToBeRepeatedLosesNoTag() {
        world.members(4);
        world.sync();
        world.memberships.members().add(World.member("m9", "Person Number9"));
        tagged("m9", "old-address@example.com");
        world.accelevents.switches().pageSizeMax(3).newestFirst(true);
        world.accelevents.faults(FaultPlan.nth("attendees.list", 2, Fault.REPEATED_PAGE));

        world.sync();

        assertThat(world.event.attendees()).hasSize(5);
        everybody.assertInStep();
    }

    @Test
    void anAttendeeWhoWasDeletedBeforeTheMemberCameIsNobodysTicket() {
        world.members(2);
        FakeTicket early = world.event.addAttendee(
                world.event.ticketType("VIP").orElseThrow().id(), "Person", "Number9", "m9@example.com");
        world.sync();
        world.event.delete(early.id());
        world.memberships.members().add(World.member("m9", "Person Number9"));

        SyncReport report = world.sync();

        assertThat(report.counts().created()).isEqualTo(1);
        assertThat(report.workflows().get(0).plan().counts().planned()).isEqualTo(1);
        everybody.assertInStep();
    }

    @Test
    void f03ASearchThatLagsMakesNobodyTwice() {
        world.accelevents.switches().searchLag(Duration.ofMinutes(30));
        world.members(10);
        world.accelevents.faults(
                FaultPlan.always(Fault.DROP_AFTER).on("orders.pay").untilRequest(30));

        world.sync();

        everybody.assertInStep();
        everybody.assertAtRest();
    }

    @Test
    void f26APageThatIsRepeatedInTheMiddleOfTheMembersEndsTheRunAndConcludesNothing() {
        world.members(250);
        world.sync();
        world.memberships.faults(FaultPlan.nth("users.list", 4, Fault.REPEATED_PAGE));
        world.forgetCalls();

        assertThatThrownBy(world::sync).isInstanceOf(PagingException.class);

        assertThat(world.accelevents.writes().entries()).isEmpty();
        world.memberships.faults(FaultPlan.none());
        everybody.assertAtRest();
    }

    @Test
    void f25APageOfOrdersThatIsCutRegistersNobodyOnTheStrengthOfIt() {
        world.members(2);
        tagged("m1", "elsewhere@example.com");
        tagged("m2", "elsewhere2@example.com");
        world.accelevents.faults(FaultPlan.always(Fault.SHORT_PAGE).on("orders.list"));

        assertThatThrownBy(world::sync).isInstanceOf(ApiException.class);

        world.accelevents.faults(FaultPlan.none());
        world.sync();
        assertThat(world.event.attendees()).hasSize(2);
        everybody.assertInStep();
    }
}
