package dev.membersync.examples.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeTicket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final FakeMember ADA = FakeMember.of("m1", "ada@example.org", "Ada Archer");
    private static final FakeMember ALAN = FakeMember.of("m2", "alan@example.org", "Alan Archer");

    private final FakeEvent event = FakeAccelevents.builder().build().event("gala");
    private long type;

    @BeforeEach
    void furnish() {
        type = event.addTicketType("General Admission", "0", 100);
        event.putField(FakeField.attribute("Member ID"));
    }

    @Test
    void everybodyWithOneAttendeeOfHisOwnIsClean() {
        attendee("Ada", "Archer", "ada@example.org", "m1");
        attendee("Alan", "Archer", "alan@example.org", "m2");

        assertThat(judged()).isEqualTo(new Verdict(0, 0, 0, 0, 0));
    }

    @Test
    void aSecondAttendeeOfAMemberIsADuplicateAndAMemberWithoutOneIsMissing() {
        attendee("Ada", "Archer", "ada@example.org", "m1");
        attendee("Ada", "Archer", "ada@example.org", "m1");

        assertThat(judged()).isEqualTo(new Verdict(1, 1, 0, 0, 0));
    }

    @Test
    void aSecondAttendeeIsADuplicateByItsAddressToo() {
        attendee("Ada", "Archer", "ada@example.org", "m1");
        attendee("Ada", "Archer", "ADA@example.org", "");
        attendee("Alan", "Archer", "alan@example.org", "m2");

        assertThat(judged()).isEqualTo(new Verdict(1, 0, 0, 0, 0));
    }

    @Test
    void anAttendeeWithAnotherNameOrAddressThanHisMemberIsWrong() {
        attendee("Ada", "Formerly", "ada@example.org", "m1");
        attendee("Alan", "Archer", "old@example.org", "m2");

        assertThat(judged()).isEqualTo(new Verdict(0, 0, 2, 0, 0));
    }

    @Test
    void anAttendeeWhoIsOneMemberAndNamesAnotherIsAWrongLink() {
        attendee("Ada", "Archer", "ada@example.org", "m2");

        assertThat(judged()).isEqualTo(new Verdict(0, 1, 0, 1, 0));
    }

    @Test
    void amongSeveralMembersOfAnAddressTheNameTells() {
        FakeMember brother = ALAN.withEmail("ada@example.org");
        attendee("Alan", "Archer", "ada@example.org", "");

        assertThat(Judge.of(List.of(ADA, brother), event.attendees(), Map.of())).isEqualTo(new Verdict(0, 1, 0, 0, 0));
    }

    @Test
    void anAttendeeOfNobodyIsAStray() {
        attendee("Ada", "Archer", "ada@example.org", "m1");
        attendee("Alan", "Archer", "alan@example.org", "m2");
        attendee("Some", "Body", "somebody@example.org", "m99");

        assertThat(judged()).isEqualTo(new Verdict(0, 0, 0, 0, 1));
    }

    @Test
    void aGuestWhoWasThereBeforeIsNoStrayUnlessSomebodyTouchesHim() {
        FakeTicket guest = event.addAttendee(type, "Some", "Guest", "guest@example.net");
        attendee("Ada", "Archer", "ada@example.org", "m1");
        attendee("Alan", "Archer", "alan@example.org", "m2");
        Map<Long, FakeTicket> guests = Map.of(guest.id(), guest);

        assertThat(Judge.of(List.of(ADA, ALAN), event.attendees(), guests).clean())
                .isTrue();
        event.answer(guest.id(), "Member ID", "m1");
        assertThat(Judge.of(List.of(ADA, ALAN), event.attendees(), guests)).isEqualTo(new Verdict(0, 0, 0, 0, 1));
    }

    @Test
    void aCancelledTicketIsNobodysAttendee() {
        FakeTicket ticket = attendee("Ada", "Archer", "ada@example.org", "m1");
        event.cancel(ticket.id());

        assertThat(judged().missing()).isEqualTo(2);
    }

    private FakeTicket attendee(String firstName, String lastName, String email, String memberId) {
        return event.addAttendee(
                type,
                Map.of("First Name", firstName, "Last Name", lastName, "Email", email, "Member ID", memberId),
                "");
    }

    private Verdict judged() {
        return Judge.of(List.of(ADA, ALAN), event.attendees(), Map.of());
    }
}
