package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.SyncOptions;
import dev.membersync.sync.SyncPlan;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.mapping.StateWords;
import dev.membersync.sync.policy.GuardPolicy;
import dev.membersync.sync.record.RegistrationState;
import dev.membersync.sync.store.JdbcStore;
import dev.membersync.sync.store.MemoryStore;
import dev.membersync.sync.store.StoreKey;
import dev.membersync.sync.workflow.RegistrationsToMembership;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.RecordKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States of registrations put members into workflows of the Memberships side. */
class EnrolmentTest {
    private final RegistrationsWorld world = RegistrationsWorld.highLevel();

    @BeforeEach
    void enrol() {
        world.enrol(RegistrationState.REGISTERED, "welcome", RegistrationState.CHECKED_IN, "thanks");
    }

    @Test
    void eachStateThatIsReachedEnrolsOnce() {
        FakeTicket ticket = world.newcomer("m1");
        world.world.sync();
        assertThat(world.enrolments()).containsExactly("m1 welcome");
        world.assertAtRest();

        world.world.event.checkIn(ticket.id());
        SyncReport report = world.world.sync();

        assertThat(report.counts().updated()).isEqualTo(2);
        assertThat(world.enrolments()).containsExactly("m1 welcome", "m1 thanks");
        world.assertAtRest();
    }

    @Test
    void theMemberIsToldBeforeHeIsEnrolled() {
        world.newcomer("m1");
        world.world.forgetCalls();

        world.world.sync();

        assertThat(world.world.memberships.writes().entries())
                .extracting(write -> write.kind())
                .containsExactly("contact-update", "enrolment-create");
    }

    @Test
    void whatIsThereWhenTheWorkflowBeginsEnrolsNobodyAndLaterStatesDo() {
        FakeTicket ticket = world.registered("m1", "VIP");
        SyncPlan plan = world.world.plan();
        world.world.sync();

        assertThat(kinds(plan)).doesNotContain("ENROL");
        assertThat(world.told("m1")).isEqualTo("registered");
        assertThat(world.enrolments()).isEmpty();
        world.assertAtRest();

        world.world.event.checkIn(ticket.id());
        world.world.sync();

        assertThat(world.enrolments()).containsExactly("m1 thanks");
    }

    @Test
    void anOldRegistrationThatGoesBackToAStateEnrolsNobody() {
        FakeTicket ticket = world.registered("m1", "VIP");
        world.world.event.checkIn(ticket.id());
        world.world.sync();
        world.world.event.book(ticket.id());
        world.world.sync();

        assertThat(world.told("m1")).isEqualTo("registered");
        assertThat(world.enrolments()).isEmpty();
        world.assertAtRest();
    }

    @Test
    void aStateThatEnrolsSinceTodayEnrolsWhoReachesItFromNowOn() {
        world.enrol(RegistrationState.CHECKED_IN, "thanks");
        FakeTicket one = world.newcomer("m1");
        world.world.sync();
        world.enrol(RegistrationState.REGISTERED, "welcome", RegistrationState.CHECKED_IN, "thanks");
        world.world.sync();
        assertThat(world.enrolments()).isEmpty();

        world.registered("m2", "VIP");
        world.world.event.checkIn(one.id());
        world.world.sync();

        assertThat(world.enrolments()).containsExactlyInAnyOrder("m2 welcome", "m1 thanks");
    }

    @Test
    void aStateThatIsReachedAgainEnrolsNobodyAgain() {
        FakeTicket ticket = world.newcomer("m1");
        world.world.event.checkIn(ticket.id());
        world.world.sync();
        world.world.event.book(ticket.id());
        world.world.sync();
        world.world.event.checkIn(ticket.id());
        world.world.sync();

        assertThat(world.enrolments()).containsExactlyInAnyOrder("m1 thanks", "m1 welcome");
        world.assertAtRest();
    }

    @Test
    void anotherTicketOfAMemberEnrolsHimForNoStateASecondTime() {
        FakeTicket ticket = world.newcomer("m1");
        world.world.sync();
        world.world.event.cancel(ticket.id());
        world.world.sync();
        world.ticket("m1", "VIP");
        world.world.sync();

        assertThat(world.told("m1")).isEqualTo("registered");
        assertThat(world.enrolments()).containsExactly("m1 welcome");
    }

    @Test
    void planSaysHowManyAndWritesNothing() {
        world.newcomer("m1");
        world.registered("m2", "VIP");
        world.world.forgetCalls();

        SyncPlan plan = world.world.plan();

        assertThat(kinds(plan)).filteredOn("ENROL"::equals).hasSize(2);
        assertThat(world.world.writes()).isZero();
        assertThat(kinds(world.world.plan())).isEqualTo(kinds(plan));
    }

    @Test
    void moreThanTheGuardAllowsStopsBeforeTheFirstWrite() {
        world.workflow = guarded(1);
        world.newcomer("m1");
        world.registered("m2", "VIP");
        world.world.forgetCalls();

        SyncReport stopped = world.world.sync();

        assertThat(stopped.workflows().get(0).stopped()).isTrue();
        assertThat(stopped.workflows().get(0).plan().objections())
                .containsExactly("it would put 2 people into workflows; guards.enrolments allows 1");
        assertThat(world.world.writes()).isZero();

        world.world.sync(SyncOptions.standard()
                .approving(stopped.workflows().get(0).plan().digest()));
        assertThat(world.enrolments()).hasSize(2);
    }

    private static UnaryOperator<RegistrationsToMembership> guarded(long most) {
        return template -> template.enrol(Map.of(RegistrationState.REGISTERED, "welcome"))
                .guards(new GuardPolicy(0, World.WIDE.changes(), World.WIDE.removals(), most));
    }

    @Test
    void aStateThatIsNotToldEnrolsNobody() {
        FakeTicket ticket = world.newcomer("m1");
        world.workflow = template -> template.enrol(Map.of(RegistrationState.CANCELED, "sorry"))
                .states(StateWords.standard().neverDowngrading(List.of(RegistrationState.CHECKED_IN)));
        world.world.event.checkIn(ticket.id());
        world.world.sync();
        world.world.event.cancel(ticket.id());
        world.world.sync();

        assertThat(world.told("m1")).isEqualTo("checked_in");
        assertThat(world.enrolments()).isEmpty();
    }

    @Test
    void aNewStoreKeyEnrolsNobodyAgain(@TempDir Path folder) {
        world.world.store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("store.db"));
        FakeTicket ticket = world.newcomer("m1");
        world.world.sync();
        StoreKey key = StoreKey.random(new SplittableRandom(7));
        key.rekey(world.world.store);
        world.world.engine = builder -> builder.key(key);
        world.world.sync();
        world.world.sync();
        assertThat(world.enrolments()).containsExactly("m1 welcome");

        world.world.event.checkIn(ticket.id());
        world.world.sync();

        assertThat(world.enrolments()).containsExactly("m1 welcome", "m1 thanks");
        world.assertAtRest();
        world.world.store.close();
    }

    @Test
    void aLostStoreEnrolsNobodyAgain() {
        world.newcomer("m1");
        world.world.sync();
        world.world.store = MemoryStore.create();

        world.world.sync();

        assertThat(world.enrolments()).containsExactly("m1 welcome");
    }

    @Test
    void aContactThatWantsNoMessagesIsEnrolledLikeOthers() {
        world.newcomer("m1");
        world.world.memberships.records(RecordKind.CONTACT).edit("m1", contact -> contact.with("dnd", true));

        world.world.sync();

        assertThat(world.enrolments()).containsExactly("m1 welcome");
    }

    private static List<String> kinds(SyncPlan plan) {
        return plan.workflows().get(0).operations().stream()
                .map(operation -> operation.kind())
                .toList();
    }
}
