package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.error.ApiException;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.store.JdbcStore;
import dev.membersync.sync.store.MemoryStore;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attendees who were there before, shared addresses, and a store that was lost. */
class AdoptionTest {
    private final World world = World.ordinary();

    private FakeTicket before(String first, String last, String email) {
        long general = world.event.ticketType("General Admission").orElseThrow().id();
        return world.event.addAttendee(
                general, Map.of("First Name", first, "Last Name", last, "Email", email, "Dietary needs", "vegan"), "");
    }

    @Test
    void anAttendeeWhoWasThereIsAdopted() { // F-45
        before("Person", "Number1", "M1@Example.com");
        world.members(3);

        SyncReport report = world.sync();

        assertThat(report.counts().linked()).isEqualTo(1);
        assertThat(report.counts().created()).isEqualTo(2);
        assertThat(world.event.attendees()).hasSize(3);
        assertThat(world.attendeesOf("m1"))
                .singleElement()
                .satisfies(ticket -> assertThat(ticket.answer("Dietary needs")).isEqualTo("vegan"));
        assertThat(world.sync().isClean()).isTrue();
    }

    @Test
    void twoMembersWithOneAddressGetAnAttendeeEach() { // F-42
        world.memberships.members().add(member("a", "Anna Doe", "home@example.com"));
        world.memberships.members().add(member("b", "Ben Doe", "home@example.com"));

        SyncReport report = world.sync();

        assertThat(report.counts().created()).isEqualTo(2);
        assertThat(world.attendeesOf("a")).hasSize(1);
        assertThat(world.attendeesOf("b")).hasSize(1);
        assertThat(world.sync().isClean()).isTrue();
        assertThat(world.event.attendees()).hasSize(2);
    }

    @Test
    void twoMembersWithOneAddressNeverShareTheAttendeeWhoWasThere() { // F-42
        before("Anna", "Doe", "home@example.com");
        world.memberships.members().add(member("a", "Anna Doe", "home@example.com"));
        world.memberships.members().add(member("b", "Ben Doe", "home@example.com"));

        SyncReport report = world.sync();

        assertThat(report.counts().review()).isEqualTo(2);
        assertThat(world.accelevents.writes().entries()).isEmpty();
    }

    @Test
    void ofSeveralTicketsTheOldestWithTheSameNameIsTaken() { // F-46
        before("Someone", "Else", "m1@example.com");
        FakeTicket oldest = before("Person", "Number1", "m1@example.com");
        before("Person", "Number1", "m1@example.com");
        world.members(1);

        SyncReport report = world.sync();

        assertThat(report.counts().linked()).isEqualTo(1);
        assertThat(world.attendeesOf("m1"))
                .singleElement()
                .extracting(FakeTicket::id)
                .isEqualTo(oldest.id());
        assertThat(world.event.attendees()).hasSize(3);
    }

    @Test
    void theSameMemberTwiceInTheListMakesOneAttendee() {
        world.members(250);
        world.memberships.members().duplicateRow("m7");
        world.memberships.members().duplicateRow("m3", 180);

        SyncReport report = world.sync();

        assertThat(report.counts().created()).isEqualTo(250);
        assertThat(world.event.attendees()).hasSize(250);
        world.forgetCalls();
        assertThat(world.sync().counts().unchanged()).isEqualTo(250);
        assertThat(world.accelevents.writes().entries()).isEmpty();
    }

    @Test
    void aLostStoreIsRebuiltWithoutOneCreate() { // F-74
        before("Person", "Number1", "m1@example.com");
        world.members(20);
        world.memberships.members().add(member("a", "Anna Doe", "home@example.com"));
        world.memberships.members().add(member("b", "Ben Doe", "home@example.com"));
        world.sync();
        world.memberships.members().changeEmail("m1", "other@example.org");
        world.store = MemoryStore.create();
        world.forgetCalls();

        SyncReport report = world.sync();

        assertThat(world.accelevents.writes().count("order")).isZero();
        assertThat(report.counts().linked()).isEqualTo(22);
        assertThat(world.event.attendees()).hasSize(22);
        assertThat(world.attendeesOf("m1"))
                .singleElement()
                .extracting(FakeTicket::email)
                .isEqualTo("other@example.org");
        world.forgetCalls();
        assertThat(world.sync().counts().unchanged()).isEqualTo(22);
        assertThat(world.accelevents.writes().entries()).isEmpty();
    }

    @Test
    void aLostStoreCostsNoWriteWhereBothSidesAreEqual(@TempDir Path folder) { // F-74
        world.store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("before.db"));
        world.members(12);
        world.sync();
        assertThat(world.accelevents.requests().count("holders.get"))
                .as("creates read nothing")
                .isZero();
        world.store.close();
        world.store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("after.db"));
        world.forgetCalls();

        assertThat(world.sync().counts().linked()).isEqualTo(12);

        assertThat(world.writes()).isZero();
        assertThat(world.accelevents.requests().count("holders.get"))
                .as("each pair is read for the rehearsal and for the run")
                .isEqualTo(24);
        world.forgetCalls();
        assertThat(world.sync().counts().unchanged()).isEqualTo(12);
        assertThat(world.writes()).isZero();
        world.store.close();
    }

    @Test
    void theSameMembersInTwoEventsAreTwoSetsOfLinks() { // F-79
        world.members(5);
        world.sync();
        world.furnish(world.accelevents.event("autumn-gala"));
        world.forgetCalls();

        SyncReport gala = world.syncAt("autumn-gala");

        assertThat(gala.counts().created()).isEqualTo(5);
        assertThat(world.accelevents.event("autumn-gala").attendees()).hasSize(5);
        assertThat(world.event.attendees()).hasSize(5);
        world.forgetCalls();
        assertThat(world.sync().counts().unchanged()).isEqualTo(5);
        assertThat(world.syncAt("autumn-gala").counts().unchanged()).isEqualTo(5);
        assertThat(world.accelevents.writes().entries()).isEmpty();
    }

    private static FakeMember member(String userId, String name, String email) {
        return FakeMember.of(userId, email, name).withStatus("active");
    }

    /** Until an order shows its id the ticket cannot be read, and a deleted one is shown by no order. */
    @Test
    void anAdoptedTicketThatIsDeletedBeforeItsOrderWasSeenEndsItsRegistration() {
        world.members(2);
        world.sync();
        world.accelevents.switches().searchLag(Duration.ofMinutes(30));
        world.memberships.members().add(World.member("m9", "Person Number9"));
        FakeTicket bought = world.event.addAttendee(
                world.event.ticketType("VIP").orElseThrow().id(), "Person", "Number9", "m9@example.com");
        assertThat(world.sync().counts().failed()).isEqualTo(1);
        world.event.delete(bought.id());
        world.sync();

        SyncReport report = world.sync();

        assertThat(report.counts().failed()).isZero();
        assertThat(report.counts().skipped()).isEqualTo(1);
        assertThat(world.event.attendees()).hasSize(2);
    }

    @Test
    void aTicketThatIsDeletedBeforeItsOrderWasSeenIsNobodysForEver() {
        world.accelevents.faults(FaultPlan.always(Fault.SHORT_PAGE).on("orders.list"));
        FakeTicket bought = world.event.addAttendee(
                world.event.ticketType("VIP").orElseThrow().id(), "Person", "Number1", "m1@example.com");
        world.members(1);
        assertThatThrownBy(world::sync).isInstanceOf(ApiException.class);
        world.accelevents.faults(FaultPlan.none());
        world.event.delete(bought.id());
        assertThat(world.sync().counts().failed()).isEqualTo(1);
        world.time.advance(Duration.ofHours(2));

        SyncReport report = world.sync();

        assertThat(report.counts().created()).isEqualTo(1);
        assertThat(report.isClean()).isTrue();
    }
}
