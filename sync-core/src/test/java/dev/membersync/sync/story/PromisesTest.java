package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.Checkpoints;
import dev.membersync.sync.PlannedOperation;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.SyncListener;
import dev.membersync.sync.SyncOptions;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.adapter.DeskClosedException;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.policy.StatusAction;
import dev.membersync.sync.policy.Statuses;
import dev.membersync.sync.workflow.RunHaltedException;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Promises that are easy to break by accident: guards, digests, money, and questions that end. */
class PromisesTest {
    private static final Statuses LEFT_IS_REMOVED =
            Statuses.of(Map.of("active", StatusAction.REGISTER, "left", StatusAction.REMOVE));

    private final World world = World.ordinary();

    @Test
    void aCanaryIsStillHeldByTheGuards() {
        world.workflow = template -> template.guards(GuardPolicy.standard()).statuses(LEFT_IS_REMOVED);
        world.members(100);
        world.sync();
        world.memberships
                .members()
                .all()
                .forEach(member -> world.memberships.members().changeStatus(member.userId(), "left"));

        SyncReport report = world.sync(SyncOptions.standard().canary(90));

        assertThat(report.isStopped()).isTrue();
        assertThat(world.event.attendees()).hasSize(100);
        assertThat(world.sync(SyncOptions.standard().canary(3)).counts().updated())
                .isEqualTo(3);
    }

    @Test
    void theDigestNamesTheEvent() {
        world.furnish(world.accelevents.event("autumn-gala"));
        world.members(3);
        SyncPlan gala;
        try (SyncEngine engine = world.build("autumn-gala")) {
            gala = engine.plan();
        }

        assertThat(world.plan().workflows().get(0).digest())
                .isNotEqualTo(gala.workflows().get(0).digest());
    }

    @Test
    void anAttendeeWhoWasThereIsNeverRemovedUnasked() {
        world.workflow = template -> template.guards(World.WIDE).statuses(LEFT_IS_REMOVED);
        long general = world.event.ticketType("General Admission").orElseThrow().id();
        world.event.addAttendee(general, "Person", "Old", "m1@example.com");
        world.members(1);
        world.memberships.members().changeStatus("m1", "left");

        SyncReport report = world.sync();
        world.sync();

        assertThat(report.counts().review()).isEqualTo(1);
        assertThat(world.accelevents.writes().entries()).isEmpty();
        assertThat(world.event.attendees()).hasSize(1);
    }

    @Test
    void aTicketWhoseTypeNobodyKnowsIsNotTakenForAFreeOne() {
        world.workflow = template -> template.guards(World.WIDE).statuses(LEFT_IS_REMOVED);
        long paid = world.event.addTicketType("Patron", "900.00", 10);
        world.event.addTicketType("Patron", "500.00", 10);
        world.members(1);
        world.sync();
        world.event.exchange(world.attendeesOf("m1").get(0).id(), paid);
        world.memberships.members().changeStatus("m1", "left");

        SyncReport report = world.sync();

        assertThat(world.event.attendees()).hasSize(1);
        assertThat(report.counts().review()).isEqualTo(1);
    }

    @Test
    void aQuestionAboutAWordEndsWhenTheTableKnowsIt() {
        world.members(2);
        world.memberships.members().changeStatus("m1", "premium");
        assertThat(world.sync().counts().review()).isEqualTo(1);
        world.workflow = template -> template.guards(World.WIDE)
                .statuses(Statuses.of(Map.of("active", StatusAction.REGISTER, "premium", StatusAction.REGISTER)));

        assertThat(world.sync().isClean()).isTrue();
    }

    @Test
    void aQuestionAboutAMemberWhoWentEnds() {
        world.members(2);
        world.memberships.members().changeEmail("m1", null);
        assertThat(world.sync().counts().review()).isEqualTo(1);
        world.memberships.members().delete("m1");

        assertThat(world.sync().isClean()).isTrue();
        world.forgetCalls();
        world.sync();
        assertThat(world.memberships.requests().count("users.get")).isZero();
    }

    @Test
    void aListenerThatFailsEndsTheRunAndIsChargedToNobody() {
        world.members(2);
        world.engine = builder -> builder.listener(new SyncListener() {
            @Override
            public void done(PlannedOperation operation) {
                throw new IllegalStateException("disk full");
            }
        });
        assertThatThrownBy(world::sync).isInstanceOf(RunHaltedException.class);
        world.engine = builder -> builder;

        SyncReport report = world.sync();

        assertThat(report.isClean()).isTrue();
        assertThat(world.event.attendees()).hasSize(2);
    }

    @Test
    void aWrongSettingEndsTheRunAndACorrectedOneLetsEverybodyIn() {
        world.members(3);
        world.workflow = template -> template.guards(World.WIDE).freePayment("BITCOIN");
        assertThatThrownBy(world::sync).isInstanceOf(DeskClosedException.class);
        world.workflow = template -> template.guards(World.WIDE);

        assertThat(world.sync().isClean()).isTrue();
        assertThat(world.event.attendees()).hasSize(3);
    }

    @Test
    void anExchangeThatIsTriedAgainTakesOnePlace() {
        world.event.addTicketType("Lounge", "0", 1);
        world.ticketTypes = Map.of("lounge", "Lounge", "*", "General Admission");
        world.members(1);
        world.sync();
        world.memberships.members().changePlan("m1", "lounge");
        world.accelevents.faults(FaultPlan.script("tickets.exchange", Fault.DROP_BEFORE, Fault.DROP_BEFORE));

        SyncReport report = world.sync();

        assertThat(report.counts().updated()).isEqualTo(1);
        assertThat(report.counts().held()).isZero();
    }

    @Test
    void aPaidOrderIsNotGivenUpBecauseTheFormChanged() {
        world.members(1);
        world.accelevents.faults(FaultPlan.always(Fault.DROP_AFTER).on("orders.pay"));
        world.sync();
        world.accelevents.faults(FaultPlan.none());
        world.event.putField(FakeField.question("Shoe size").asMandatory());

        SyncReport report = world.sync();

        assertThat(report.isClean()).isTrue();
        assertThat(world.verify(false).isClean()).isTrue();
        assertThat(world.event.attendees()).hasSize(1);
    }

    @Test
    void aPlanSaysWhomItCouldNotPlan() {
        world.members(2);
        world.workflow = template -> template.guards(World.WIDE).matching(candidates -> {
            throw new IllegalStateException("a secret");
        });

        SyncPlan plan = world.plan();

        assertThat(plan.counts().failed()).isEqualTo(2);
        assertThat(plan.workflows().get(0).problems()).hasSize(2);
        assertThat(plan.toString()).doesNotContain("secret");
    }

    @Test
    void aPlanAfterACrashListsWhatTheNextRunThenDoes() {
        world.members(30);
        AtomicInteger paid = new AtomicInteger();
        world.engine = builder -> Checkpoints.told(builder, step -> {
            if (step.equals("paid") && paid.incrementAndGet() == 5) {
                throw new SimulatedCrash(step);
            }
        });
        assertThatThrownBy(world::sync).matches(SimulatedCrash::caused);
        world.engine = builder -> builder;

        SyncPlan plan = world.plan();
        SyncReport report = world.sync();

        assertThat(plan.workflows().get(0).mails()).isEqualTo(26);
        assertThat(report.workflows().get(0).plan().operations())
                .isEqualTo(plan.workflows().get(0).operations());
        assertThat(world.event.attendees()).hasSize(30);
    }

    @Test
    void aMemberWithoutARowInTheTableIsAskedAbout() {
        world.ticketTypes = Map.of("gold", "VIP");
        world.members(2);

        SyncReport report = world.sync();

        assertThat(report.counts().review()).isPositive();
        assertThat(report.counts().held()).isEqualTo(2);
    }
}
