package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.SyncReport;
import dev.membersync.testkit.FakeTicket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one changed member costs, and what it leaves alone. */
class ChangesTest {
    private final World world = World.ordinary();

    @BeforeEach
    void tenMembersAreRegistered() {
        world.members(10);
        world.sync();
        world.forgetCalls();
    }

    @Test
    void aRenamedMemberCostsOneHolderReadAndOneUpdate() {
        world.memberships.members().rename("m4", "Ada van der Berg");

        SyncReport report = world.sync();

        assertThat(report.counts().updated()).isEqualTo(1);
        assertThat(world.attendeesOf("m4")).singleElement().satisfies(ticket -> {
            assertThat(ticket.firstName()).isEqualTo("Ada");
            assertThat(ticket.lastName()).isEqualTo("van der Berg");
        });
        assertThat(world.accelevents.requests().count("holders.get")).isEqualTo(1);
        assertThat(world.accelevents.writes().entries())
                .singleElement()
                .satisfies(write -> assertThat(write.kind()).isEqualTo("holder-update"));
        assertThat(world.memberships.requests().count("users.get")).isZero();
    }

    @Test
    void aChangedAddressKeepsTheAttendee() { // F-40
        world.memberships.members().changeEmail("m4", "new@example.org");

        world.sync();

        assertThat(world.event.attendees()).hasSize(10);
        assertThat(world.attendeesOf("m4"))
                .singleElement()
                .extracting(FakeTicket::email)
                .isEqualTo("new@example.org");
        assertThat(world.accelevents.requests().count("holders.get")).isEqualTo(1);
        assertThat(world.accelevents.writes().entries()).hasSize(1);
    }

    @Test
    void twoMembersMaySwapAddresses() { // F-41
        world.memberships.members().changeEmail("m4", "m5@example.com");
        world.memberships.members().changeEmail("m5", "m4@example.com");

        world.sync();

        assertThat(world.attendeesOf("m4"))
                .singleElement()
                .extracting(FakeTicket::email)
                .isEqualTo("m5@example.com");
        assertThat(world.attendeesOf("m5"))
                .singleElement()
                .extracting(FakeTicket::email)
                .isEqualTo("m4@example.com");
        assertThat(world.event.attendees()).hasSize(10);
    }

    @Test
    void anotherPlanOfTheSamePriceCostsExactlyOneExchange() {
        world.memberships.members().changePlan("m4", "gold");

        SyncReport report = world.sync();

        assertThat(report.counts().updated()).isEqualTo(1);
        assertThat(world.accelevents.writes().entries())
                .singleElement()
                .satisfies(write -> assertThat(write.kind()).isEqualTo("exchange"));
        long vip = world.event.ticketType("VIP").orElseThrow().id();
        assertThat(world.attendeesOf("m4"))
                .singleElement()
                .extracting(FakeTicket::typeId)
                .isEqualTo(vip);
        assertThat(world.accelevents.requests().count("holders.get")).isZero();
    }

    @Test
    void anotherPlanOfAnotherPriceIsAskedAbout() {
        world.memberships.members().changePlan("m4", "silver");
        world.memberships.members().rename("m4", "Renamed Person");

        SyncReport report = world.sync();

        assertThat(report.counts().review()).isEqualTo(1);
        assertThat(world.accelevents.writes().count("exchange")).isZero();
        assertThat(world.attendeesOf("m4"))
                .singleElement()
                .extracting(FakeTicket::lastName)
                .isEqualTo("Person");
    }

    @Test
    void answersThatAreNotMappedSurviveEveryUpdate() { // F-59
        long ticket = world.attendeesOf("m4").get(0).id();
        world.event.answer(ticket, "Dietary needs", "no nuts");
        world.memberships.members().rename("m4", "Ada Byron");

        world.sync();

        assertThat(world.attendeesOf("m4")).singleElement().satisfies(seen -> {
            assertThat(seen.answer("Dietary needs")).isEqualTo("no nuts");
            assertThat(seen.lastName()).isEqualTo("Byron");
        });
    }

    @Test
    void aHandEditedAttendeeStaysUntilItsMemberChanges() {
        long ticket = world.attendeesOf("m4").get(0).id();
        world.event.answer(ticket, "First Name", "Edited");

        SyncReport report = world.sync();

        assertThat(world.accelevents.writes().entries()).isEmpty();
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void aCancelledAttendeeIsNeverRegisteredAgain() {
        world.event.cancel(world.attendeesOf("m4").get(0).id());

        SyncReport report = world.sync();
        SyncReport again = world.sync();

        assertThat(world.accelevents.writes().entries()).isEmpty();
        assertThat(report.counts().skipped()).isEqualTo(1);
        assertThat(again.counts().skipped()).isEqualTo(1);
        assertThat(world.event.attendees()).hasSize(9);
    }

    @Test
    void aDeletedAttendeeIsNeverRegisteredAgain() {
        world.event.delete(world.attendeesOf("m4").get(0).id());
        world.memberships.members().rename("m4", "Changed Later");

        SyncReport report = world.sync();
        world.sync();

        assertThat(world.accelevents.writes().entries()).isEmpty();
        assertThat(report.counts().skipped()).isEqualTo(1);
        assertThat(world.event.attendees()).hasSize(9);
    }

    @Test
    void aMemberWhoIsGoneIsAskedAboutOnceAndTheAttendeeStays() { // F-49
        world.memberships.members().delete("m4");

        SyncReport report = world.sync();
        world.forgetCalls();
        SyncReport again = world.sync();

        assertThat(report.counts().review()).isEqualTo(1);
        assertThat(again.counts().review()).isEqualTo(1);
        assertThat(world.event.attendees()).hasSize(10);
        assertThat(world.accelevents.writes().entries()).isEmpty();
        assertThat(world.memberships.requests().count("users.get")).isZero();
    }

    @Test
    void aStatusChangeIsWrittenToItsAnswer() {
        world.memberships.members().changeStatus("m4", "inactive");

        world.sync();

        assertThat(world.attendeesOf("m4"))
                .singleElement()
                .satisfies(
                        ticket -> assertThat(ticket.answer("Membership Status")).isEqualTo("inactive"));
    }
}
