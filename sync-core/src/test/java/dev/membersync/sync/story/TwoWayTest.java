package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.sync.SyncReport;
import dev.membersync.sync.mapping.Direction;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.mapping.MappingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Contacts and tickets follow each other, field by field. */
class TwoWayTest {
    private static final String FOOD = "Dietary needs";

    private final World world = World.twoWay();

    @BeforeEach
    void fiveMembersAreRegistered() {
        world.members(5);
        world.sync();
        world.sync();
        world.forgetCalls();
    }

    @Test
    @DisplayName("F-09 a name changed at Accelevents is written once, and its echo writes nothing")
    void aNameFlowsBack() {
        world.editTicket("m2", "First Name", "Renamed");

        SyncReport report = world.sync();

        assertThat(report.counts().updated()).isEqualTo(1);
        assertThat(nameOf("m2")).isEqualTo("Renamed Number2");
        assertThat(world.memberships.writes().entries()).hasSize(1);
        assertThat(world.accelevents.writes().isEmpty()).isTrue();
        assertThatNothingMoreHappens();
    }

    @Test
    @DisplayName("F-40 an address changed at Accelevents keeps the link and changes the contact")
    void anAddressFlowsBack() {
        world.editTicket("m2", "Email", "new@example.org");

        world.sync();

        assertThat(world.memberships.members().find("m2").orElseThrow().email()).isEqualTo("new@example.org");
        assertThat(world.event.attendees()).hasSize(5);
        assertThatNothingMoreHappens();
    }

    @Test
    void anAnswerThatNoListShowsFlowsBothWays() {
        world.memberships.contacts().field("m1", "dietary", "vegan");
        world.editTicket("m2", FOOD, "no nuts");

        world.sync();

        assertThat(world.ticketOf("m1").answer(FOOD)).isEqualTo("vegan");
        assertThat(world.memberships.contacts().field("m2", "dietary")).contains("no nuts");
        assertThat(world.writes()).isEqualTo(2);
        assertThatNothingMoreHappens();
    }

    @Test
    void editsOfDifferentFieldsOnBothSidesCrossInOneRun() {
        world.memberships.members().changeEmail("m3", "left@example.org");
        world.editTicket("m3", "First Name", "Right");

        SyncReport report = world.sync();

        assertThat(report.counts().updated()).isEqualTo(2);
        assertThat(nameOf("m3")).isEqualTo("Right Number3");
        assertThat(world.ticketOf("m3").email()).isEqualTo("left@example.org");
        assertThatNothingMoreHappens();
    }

    @Test
    void oneFieldChangedOnBothSidesIsAskedAboutAndTheOthersFlow() {
        world.memberships.members().rename("m3", "Left Name");
        world.editTicket("m3", "First Name", "Right");
        world.editTicket("m3", FOOD, "vegan");

        SyncReport report = world.sync();

        assertThat(report.counts().review()).isEqualTo(1);
        assertThat(nameOf("m3")).isEqualTo("Left Name");
        assertThat(world.ticketOf("m3").firstName()).isEqualTo("Right");
        assertThat(world.memberships.contacts().field("m3", "dietary")).contains("vegan");
        world.memberships.members().rename("m3", "Right Number3");
        assertThat(world.sync().counts().review()).isZero();
        assertThat(world.writes()).isEqualTo(1);
    }

    @Test
    @DisplayName("F-14 the same edit on both sides writes nothing")
    void theSameEditOnBothSidesWritesNothing() {
        world.memberships.members().rename("m3", "Ann Lee");
        world.editTicket("m3", "First Name", "Ann");
        world.editTicket("m3", "Last Name", "Lee");

        SyncReport report = world.sync();

        assertThat(report.counts().review()).isZero();
        assertThatNothingMoreHappens();
        world.memberships.members().rename("m3", "Ann Dee");
        world.sync();
        assertThat(world.ticketOf("m3").lastName()).isEqualTo("Dee");
    }

    @Test
    @DisplayName("F-11 a contact that keeps our text in its own spelling costs one write")
    void aPeerThatSpellsOurTextItsOwnWayOnTheLeft() {
        world.editTicket("m2", FOOD, "no nuts");
        world.sync();
        world.memberships.contacts().field("m2", "dietary", "No Nuts");

        assertThat(world.writes()).isEqualTo(1);
        assertThatNothingMoreHappens();
    }

    @Test
    @DisplayName("F-11 a ticket that keeps our text in its own spelling costs one write")
    void aPeerThatSpellsOurTextItsOwnWayOnTheRight() {
        world.memberships.contacts().field("m2", "dietary", "no nuts");
        world.sync();
        world.editTicket("m2", FOOD, "No Nuts");

        assertThat(world.writes()).isEqualTo(1);
        assertThatNothingMoreHappens();
    }

    @Test
    @DisplayName("F-22 a field that a contact does not show clears nothing")
    void aMissingFieldClearsNothing() {
        world.editTicket("m2", FOOD, "no nuts");
        world.sync();
        world.memberships.contacts().field("m2", "dietary", null);
        world.forgetCalls();

        assertThatNothingMoreHappens();
        assertThat(world.ticketOf("m2").answer(FOOD)).isEqualTo("no nuts");
    }

    @Test
    @DisplayName("F-41 addresses that move along a chain of people all arrive, whatever the order")
    void addressesMoveAlongAChain() {
        world.editTicket("m1", "Email", "m2@example.com");
        world.editTicket("m2", "Email", "m3@example.com");
        world.editTicket("m3", "Email", "free@example.com");

        world.sync();

        assertThat(world.memberships.members().find("m1").orElseThrow().email()).isEqualTo("m2@example.com");
        assertThat(world.memberships.members().find("m2").orElseThrow().email()).isEqualTo("m3@example.com");
        assertThat(world.memberships.members().find("m3").orElseThrow().email()).isEqualTo("free@example.com");
        assertThat(world.sync().isClean()).isTrue();
    }

    @Test
    @DisplayName("F-42 an address that another contact has is named, and nobody is merged")
    void anAddressThatAnotherContactHas() {
        world.editTicket("m1", "Email", "m2@example.com");

        SyncReport report = world.sync();

        assertThat(report.counts().deadLetters()).isEqualTo(1);
        assertThat(world.memberships.members().find("m1").orElseThrow().email()).isEqualTo("m1@example.com");
        assertThat(world.event.attendees()).hasSize(5);
    }

    @Test
    @DisplayName("F-44 a value that the other side cannot take holds that field alone")
    void aValueThatAContactCannotTake() {
        world.editTicket("m2", "Email", "no address at all");
        world.editTicket("m2", FOOD, "vegan");

        SyncReport report = world.sync();

        assertThat(report.counts().held()).isEqualTo(1);
        assertThat(world.memberships.members().find("m2").orElseThrow().email()).isEqualTo("m2@example.com");
        assertThat(world.memberships.contacts().field("m2", "dietary")).contains("vegan");
    }

    @Test
    @DisplayName("F-45 an attendee who was there fills the blanks of the contact")
    void anAdoptedAttendeeFillsBlanks() {
        long general = world.event.ticketType("General Admission").orElseThrow().id();
        long ticket = world.event
                .addAttendee(general, "Late", "Comer", "late@example.com")
                .id();
        world.event.answer(ticket, FOOD, "vegan");
        world.memberships.members().add(World.member("late", "Late Comer"));

        SyncReport report = world.sync();

        assertThat(report.counts().linked()).isEqualTo(1);
        assertThat(world.memberships.contacts().field("late", "dietary")).contains("vegan");
        assertThatNothingMoreHappens();
    }

    @Test
    @DisplayName("F-56 a custom field that left the account ends the run before the first record, and the edit is kept")
    void aCustomFieldThatLeftTheAccount() {
        world.editTicket("m2", FOOD, "no nuts");
        world.workflow =
                template -> template.guards(World.WIDE).bothWays().with(Fields.answer(FOOD, "dietry", Direction.BOTH));
        world.forgetCalls();

        assertThatThrownBy(world::sync)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("\"dietry\"")
                .hasMessageContaining("the nearest is \"dietary\"");

        assertThat(world.memberships.requests().count("contacts.update")).isZero();
        assertThat(world.accelevents.requests().count("attendees.list")).isZero();
    }

    @Test
    @DisplayName("F-56 a question that left the form is written no more, and nothing is lost")
    void aQuestionThatLeftTheForm() {
        world.editTicket("m2", FOOD, "no nuts");
        world.sync();
        world.event.removeField(FOOD);
        world.memberships.contacts().field("m2", "dietary", "vegan");
        world.memberships.members().rename("m2", "Ann Lee");

        world.sync();

        assertThat(world.ticketOf("m2").firstName()).isEqualTo("Ann");
        assertThat(world.ticketOf("m2").answer(FOOD)).isNotEqualTo("vegan");
        assertThat(world.memberships.contacts().field("m2", "dietary")).contains("vegan");
    }

    @Test
    void aSearchThatLagsBehindOurWriteIsNotTakenForAnEdit() { // F-60
        world.editTicket("m2", "First Name", "Renamed");
        world.memberships.highLevelSwitches().searchLag(java.time.Duration.ofHours(1));

        world.sync();

        assertThatNothingMoreHappens();
        assertThat(world.ticketOf("m2").firstName()).isEqualTo("Renamed");
    }

    @Test
    void aPlanWritesNothingAndNamesWhatItWouldWrite() {
        world.editTicket("m2", "First Name", "Renamed");

        assertThat(world.plan().workflows().get(0).operations()).singleElement().satisfies(operation -> {
            assertThat(operation.kind()).isEqualTo("UPDATE_MEMBER");
            assertThat(operation.fields()).containsExactly("name");
        });
        assertThat(world.writes()).isZero();
    }

    @Test
    void anAccountThatCannotTakeTheFieldIsRefusedBeforeTheFirstRecord() {
        World users = World.ordinary();
        users.workflow = template -> template.bothWays();
        users.members(1);

        assertThatThrownBy(users::sync)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("\"name\"")
                .hasMessageContaining("fullName");
        assertThat(users.memberships.requests().count("users.list")).isLessThanOrEqualTo(1);
    }

    @Test
    void aTicketThatWasCancelledEndsAlthoughItsDetailsAreStillThere() {
        world.event.cancel(world.ticketOf("m2").id());

        world.sync();

        assertThat(world.verify(false).isClean()).isTrue();
        world.forgetCalls();
        assertThat(world.sync().counts().skipped()).isEqualTo(1);
        assertThat(world.writes()).isZero();
    }

    private String nameOf(String userId) {
        return world.memberships.members().find(userId).orElseThrow().fullName();
    }

    /** Two more runs, each without a write. */
    private void assertThatNothingMoreHappens() {
        world.forgetCalls();
        assertThat(world.sync().isClean()).isTrue();
        assertThat(world.sync().counts().unchanged())
                .isEqualTo(world.event.attendees().size());
        assertThat(world.writes()).isZero();
    }
}
