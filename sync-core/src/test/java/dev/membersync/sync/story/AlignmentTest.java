package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.VerifyReport;
import dev.membersync.testkit.FakeTicket;
import org.junit.jupiter.api.Test;

/** Whether the two records of each pair name each other, as a verification counts it. */
class AlignmentTest {
    @Test
    void aTicketThatMembersyncOrderedNamesItsMember() {
        World world = World.ordinary();
        world.members(2);
        world.sync();

        VerifyReport report = world.verify(false);

        assertThat(report.aligned()).isEqualTo(2);
        assertThat(report.unaligned()).isEmpty();
    }

    @Test
    void anAdoptedTicketNamesItsMemberByTheAnswer() {
        World world = World.ordinary();
        world.members(1);
        long type = world.event.ticketType("General Admission").orElseThrow().id();
        world.event.addAttendee(type, "Person", "Number1", "m1@example.com");
        world.sync();

        assertThat(world.verify(false).aligned()).isEqualTo(1);
    }

    @Test
    void aTicketThatCouldNameItsMemberAndDoesNotIsListedAndIsNoFinding() {
        RegistrationsWorld world = RegistrationsWorld.standard();
        FakeTicket ticket = world.registered("m1", "VIP");
        world.world.sync();

        VerifyReport report = world.world.verify(false);

        assertThat(report.aligned()).isZero();
        assertThat(report.isClean()).isTrue();
        assertThat(report.rows()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo("UNALIGNED");
            assertThat(row.userId()).isEqualTo("m1");
            assertThat(row.ticket()).isEqualTo(Long.toString(ticket.id()));
            assertThat(row.fields()).containsExactly("answer:Member ID");
        });
        assertThat(report.unaligned()).singleElement().asString().contains("m1", "Member ID");
    }

    @Test
    void whereTheFormHasNoFieldForItAPairIsNotListed() {
        RegistrationsWorld world = RegistrationsWorld.standard();
        world.workflow = template -> template.memberIdLabel("Member number");
        world.registered("m1", "VIP");
        world.world.sync();

        VerifyReport report = world.world.verify(false);

        assertThat(report.pairs()).isEqualTo(1);
        assertThat(report.aligned()).isZero();
        assertThat(report.rows()).isEmpty();
    }

    @Test
    void whereTheTicketsIdIsMappedTheMemberHasToNameTheTicketToo() {
        RegistrationsWorld world = RegistrationsWorld.highLevel();
        world.workflow = template -> template.memberIdLabel("Member ID").ticketIdField("event_ticket");
        world.registered("m1", "VIP");
        world.world.sync();
        assertThat(world.world.verify(false).aligned()).isEqualTo(1);

        world.world.memberships.contacts().field("m1", "event_ticket", "4711");
        VerifyReport report = world.world.verify(false);

        assertThat(report.aligned()).isZero();
        assertThat(report.figures()).containsKeys("MISMATCH", "UNALIGNED");
        assertThat(report.isClean()).as("the mapping asks for the field").isFalse();
        assertThat(report.unaligned()).singleElement().asString().contains("ticketId");
    }
}
