package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.membersync.sync.VerifyReport;
import dev.membersync.sync.VerifyReport.Row;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.store.TicketSighting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a verification finds, as rows and as figures. */
class VerifyRowsTest {
    private final World world = World.ordinary();

    @BeforeEach
    void fourMembersAreRegistered() {
        world.members(4);
        world.sync();
        world.sync();
    }

    @Test
    void whatAgreesHasNoRows() {
        VerifyReport report = world.verify(true);

        assertThat(report.isClean()).isTrue();
        assertThat(report.pairs()).isEqualTo(4);
        assertThat(report.equal()).isEqualTo(4);
        assertThat(report.rows()).isEmpty();
    }

    @Test
    void aPairThatDiffersNamesItsFields() {
        world.memberships.members().rename("m2", "Other Name");

        assertThat(world.verify(false).rows()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo("MISMATCH");
            assertThat(row.userId()).isEqualTo("m2");
            assertThat(row.ticket())
                    .isEqualTo(Long.toString(world.ticketOf("m2").id()));
            assertThat(row.fields()).containsExactly("name");
            assertThat(row.toString()).doesNotContain("Other");
        });
    }

    @Test
    @DisplayName(
            "F-04 a second ticket of a member is a duplicate by its tag, and one of the same holder is shown in depth")
    void oneMemberWithSeveralTickets() {
        ticket("m1", "m1@example.com", "membersync:m1");
        ticket("m2", "m2@example.com", "");

        assertThat(world.verify(false).figures()).isEqualTo(Map.of("SECOND_TICKET", 1L));
        VerifyReport deep = world.verify(true);
        assertThat(deep.figures()).isEqualTo(Map.of("SECOND_TICKET", 1L, "SAME_HOLDER", 1L));
        assertThat(deep.findings()).isEqualTo(1);
        assertThat(deep.sameHolders()).singleElement().asString().contains("m2");
    }

    @Test
    void aTicketOfOneMemberWithTheTagOfAnotherIsShared() {
        String ticket = Long.toString(world.ticketOf("m1").id());
        world.store.inTransaction(
                CrashingWorld.SCOPE,
                tx -> tx.tickets()
                        .save(List.of(new TicketSighting(
                                new TicketRef(ticket, null, null, null),
                                Optional.empty(),
                                Map.of(),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                Optional.empty(),
                                Optional.of("m2"),
                                OptionalLong.empty(),
                                0))));

        assertThat(world.verify(false).rows()).containsExactly(new Row("SHARED_TICKET", "m2", ticket, List.of()));
    }

    @Test
    void aTicketWithTheTagOfSomebodyUnknownIsAnOrphan() {
        ticket("m9", "m9@example.com", "membersync:m9");

        assertThat(world.verify(false).rows())
                .extracting(Row::kind, Row::userId)
                .containsExactly(tuple("ORPHAN", "m9"));
    }

    @Test
    void aMemberWithoutARegistrationIsMissing() {
        world.memberships.members().add(World.member("m5", "Person Number5"));

        assertThat(world.verify(false).rows()).containsExactly(new Row("MISSING", "m5", "", List.of()));
    }

    @Test
    void aTicketThatIsGoneIsNotListed() {
        world.event.delete(world.ticketOf("m3").id());

        assertThat(world.verify(false).rows()).extracting(Row::kind).containsExactly("NOT_LISTED");
    }

    private void ticket(String userId, String email, String note) {
        world.event.addAttendee(
                world.event.ticketType("General Admission").orElseThrow().id(),
                Map.of("First Name", "Person", "Last Name", "Number" + userId.substring(1), "Email", email),
                note);
    }
}
