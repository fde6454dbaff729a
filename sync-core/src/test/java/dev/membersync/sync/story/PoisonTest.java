package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.sync.Checkpoints;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.mapping.FieldMapper;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.StoreException;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.Injection;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** F-57, F-73: what one member, one thread or the store can spoil, and what it cannot. */
class PoisonTest {
    private final World world = World.ordinary();
    private final CrashingWorld everybody = CrashingWorld.inMemory(world);

    /** A user's own field that one member's record breaks. */
    private record Fragile() implements FieldMapper {
        @Override
        public String name() {
            return "diet";
        }

        @Override
        public Value left(Member member) {
            if (member.userId().equals("m2")) {
                throw new IllegalStateException("secret of m2");
            }
            return Value.of("any");
        }

        @Override
        public Value right(Registration registration) {
            return registration.answer("Dietary needs");
        }

        @Override
        public void toRight(Value value, RegistrationDraft draft) {
            value.text().ifPresent(text -> draft.answer("Dietary needs", text));
        }
    }

    @Test
    void f57AMapperThatThrowsHoldsThatFieldOfThatMemberOnly() {
        world.workflow = template -> template.guards(World.WIDE).with(new Fragile());
        world.members(3);

        SyncReport report = world.sync();

        everybody.assertOneAttendeeEach();
        assertThat(world.attendeesOf("m1").get(0).answer("Dietary needs")).isEqualTo("any");
        assertThat(world.attendeesOf("m2").get(0).answer("Dietary needs")).isEmpty();
        assertThat(report.counts().review()).isEqualTo(1);
        assertThat(report.toString()).doesNotContain("secret");
    }

    @Test
    void f57ARefusedCreateIsADeadLetterThatWaitsForItsMember() {
        world.accelevents.switches().uniqueHolderEmail(true);
        world.members(3);
        world.event.addAttendee(world.event.ticketType("VIP").orElseThrow().id(), "A", "B", "somebody@example.com");
        world.event.addAttendee(world.event.ticketType("VIP").orElseThrow().id(), "C", "D", "m2@example.com");
        world.memberships.members().add(World.member("m4", "Also M2").withEmail("m2@example.com"));
        // m2 and m4 share an address that one ticket has: a question; m5 is refused by the event itself
        world.memberships.members().add(World.member("m5", "Person Number5").withEmail("m1@example.com"));

        SyncReport first = world.sync();
        assertThat(first.counts().created()).isEqualTo(2);
        assertThat(first.counts().deadLetters()).isEqualTo(1);
        assertThat(first.counts().review()).isEqualTo(3);
        world.forgetCalls();
        SyncReport second = world.sync();

        assertThat(world.accelevents.writes().entries()).isEmpty();
        assertThat(world.accelevents.requests().count("orders.pay")).isZero();
        assertThat(second.counts().deadLetters()).isEqualTo(1);
        world.memberships.members().changeEmail("m5", "m5@example.com");
        SyncReport third = world.sync();
        assertThat(third.counts().created()).isEqualTo(1);
        assertThat(third.counts().deadLetters()).isZero();
        assertThat(third.counts().review()).isEqualTo(2);
        assertThat(world.attendeesOf("m5")).hasSize(1);
    }

    @Test
    void f57ARefusedUpdateIsADeadLetterAndTheOthersFlow() {
        world.members(5);
        world.sync();
        world.accelevents.switches().uniqueHolderEmail(true);
        world.memberships.members().changeEmail("m1", "m2@example.com");
        world.memberships.members().rename("m3", "Other Name");

        SyncReport report = world.sync();

        assertThat(report.counts().deadLetters()).isEqualTo(1);
        assertThat(world.attendeesOf("m3").get(0).firstName()).isEqualTo("Other");
        world.forgetCalls();
        world.sync();
        assertThat(world.accelevents.requests().count("holders.update")).isZero();
        assertThat(world.accelevents.requests().count("holders.updateByBarcode"))
                .isZero();
        world.memberships.members().changeEmail("m1", "new@example.com");
        assertThat(world.sync().counts().deadLetters()).isZero();
        assertThat(world.attendeesOf("m1").get(0).email()).isEqualTo("new@example.com");
    }

    @Test
    void f57ADeadLetterIsTriedAgainOnceWhenTheOwnTicketChanges() {
        world.members(5);
        world.sync();
        world.accelevents.switches().uniqueHolderEmail(true);
        world.memberships.members().changeEmail("m1", "m2@example.com");
        world.sync();
        assertThat(triesToUpdate()).isZero();
        world.editTicket("m4", "First Name", "Not The Own One");
        assertThat(triesToUpdate()).isZero();
        world.editTicket("m1", "First Name", "Somebody");
        assertThat(triesToUpdate()).isEqualTo(1);
        assertThat(triesToUpdate()).isZero();
        world.accelevents.switches().uniqueHolderEmail(false);
        world.editTicket("m1", "First Name", "Someone");

        SyncReport report = world.sync();

        assertThat(report.counts().deadLetters()).isZero();
        assertThat(world.attendeesOf("m1").get(0).email()).isEqualTo("m2@example.com");
    }

    private long triesToUpdate() {
        world.forgetCalls();
        world.sync();
        return world.accelevents.requests().count("holders.update")
                + world.accelevents.requests().count("holders.updateByBarcode");
    }

    @Test
    void f06ARefusalWithoutARuleIsNotBelievedAtOnce() {
        world.members(1);
        world.accelevents.faults(FaultPlan.script("orders.create", Fault.UNPROCESSABLE_AFTER_EFFECT)
                .or(FaultPlan.script("orders.pay", Fault.UNPROCESSABLE_AFTER_EFFECT)));

        SyncReport report = world.sync();

        everybody.assertInStep();
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void aRefusalThatHidAnEffectIsSeenThroughByTheReadBeforeTheNextTry() { // F-06
        world.members(2);
        world.sync();
        world.memberships.members().rename("m1", "Other Name");
        world.accelevents.faults(
                FaultPlan.always(Fault.UNPROCESSABLE_AFTER_EFFECT).on("holders.update", "holders.updateByBarcode"));

        SyncReport report = world.sync();

        assertThat(report.counts().deadLetters()).isZero();
        assertThat(world.accelevents.writes().count("holder-update")).isEqualTo(1);
        world.accelevents.faults(FaultPlan.none());
        everybody.assertInStep();
    }

    @Test
    void anOrderThatIsGoneIsADeadLetterAndDoesNotEndTheRun() {
        crashAfterTheFirstPayment();
        FakeTicket issued = world.event.attendees().get(0);
        world.event.delete(issued.id());

        SyncReport report = world.sync();

        assertThat(report.counts().deadLetters()).isEqualTo(1);
        assertThat(report.counts().created()).isEqualTo(2);
        assertThat(world.attendeesOf(issued.answer("Member ID"))).isEmpty();
    }

    @Test
    void aTicketThatWasCancelledBeforeItsCreateWasSettledEndsItsRegistration() {
        crashAfterTheFirstPayment();
        FakeTicket issued = world.event.attendees().get(0);
        world.event.cancel(issued.id());

        SyncReport report = world.sync();

        assertThat(report.counts().failed()).isZero();
        assertThat(report.workflows().get(0).openCreates()).isEmpty();
        assertThat(world.attendeesOf(issued.answer("Member ID"))).isEmpty();
        assertThat(world.event.tickets()).hasSize(3);
        assertThat(world.sync().isClean()).isTrue();
        assertThat(world.event.tickets()).hasSize(3);
    }

    private void crashAfterTheFirstPayment() {
        world.members(3);
        world.engine = builder -> Checkpoints.told(builder, step -> {
            if (step.equals("paid")) {
                throw new SimulatedCrash(step);
            }
        });
        assertThatThrownBy(world::sync).matches(SimulatedCrash::caused);
        world.engine = builder -> builder;
        world.store = everybody.reopened.apply(world.store);
    }

    @Test
    void anInterruptEndsTheRunAndTheNextOneCompletesIt() { // F-78
        world.members(20);
        AtomicInteger paid = new AtomicInteger();
        world.engine = builder -> Checkpoints.told(builder, step -> {
            if (step.equals("paid") && paid.incrementAndGet() == 5) {
                Thread.currentThread().interrupt();
            }
        });

        assertThatThrownBy(world::sync).isInstanceOf(RuntimeException.class);

        assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
        assertThat(world.event.attendees().size()).isLessThan(20);
        world.engine = builder -> builder;
        world.sync();
        everybody.assertInStep();
        everybody.assertAtRest();
    }

    @Test
    void f73AStoreThatFailsEndsTheRunWithoutAWriteItDoesNotKnow() {
        for (int healthy = 1; healthy < 60; healthy++) {
            World failing = World.ordinary();
            failing.members(2);
            FailingStore store = new FailingStore(failing.store);
            failing.store = store;
            store.failAfter(healthy);
            try {
                failing.sync();
            } catch (RuntimeException e) {
                assertThat(e).as("after %s transactions", healthy).isInstanceOf(StoreException.class);
            }
            store.heal();
            failing.sync();
            CrashingWorld checked = CrashingWorld.inMemory(failing);
            checked.assertInStep();
            assertThat(failing.event.tickets())
                    .as("after %s transactions", healthy)
                    .hasSize(2);
        }
    }

    @Test
    void aRefusedKeyInTheMiddleIsChargedToNobody() { // F-37
        world.members(20);
        AtomicInteger paid = new AtomicInteger();
        world.engine = builder -> Checkpoints.told(builder, step -> {
            if (step.equals("paid") && paid.incrementAndGet() == 5) {
                world.accelevents.faults(
                        FaultPlan.always(Injection.of(Fault.STATUS_BEFORE).answering(401)));
            }
        });

        assertThatThrownBy(world::sync).isInstanceOf(AuthException.class);

        world.accelevents.faults(FaultPlan.none());
        world.engine = builder -> builder;
        SyncReport report = world.sync();
        assertThat(report.isClean()).isTrue();
        everybody.assertInStep();
    }

    @Test
    void aServiceThatGoesDownEndsTheRunInsteadOfTryingEverybody() { // F-58, F-76
        world.members(500);
        AtomicInteger paid = new AtomicInteger();
        world.engine = builder -> Checkpoints.told(builder, step -> {
            if (step.equals("paid") && paid.incrementAndGet() == 5) {
                world.accelevents.faults(FaultPlan.always(Fault.DROP_BEFORE));
            }
        });

        assertThatThrownBy(world::sync).isInstanceOf(ApiException.class);

        assertThat(world.accelevents.requests().count("orders.create")).isLessThan(200);
        world.accelevents.faults(FaultPlan.none());
        world.engine = builder -> builder;
        world.sync();
        everybody.assertInStep();
    }

    @Test
    void f32AStormOf429IsChargedToNobodyAndEndsByItself() {
        world.members(10);
        world.accelevents.faults(
                FaultPlan.always(Fault.TOO_MANY_BARE).on("orders.create").untilRequest(60));

        SyncReport report = world.sync();

        assertThat(report.isClean()).isTrue();
        everybody.assertInStep();
    }

    @Test
    void a429ThatNeverEndsIsNotWaitedForForEver() {
        world.members(10);
        world.accelevents.faults(FaultPlan.always(Fault.TOO_MANY_BARE).on("orders.create"));

        assertThatThrownBy(world::sync).isInstanceOf(ThrottledException.class);
    }
}
