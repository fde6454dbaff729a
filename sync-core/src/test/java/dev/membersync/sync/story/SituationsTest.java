package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.adapter.MemberDirectory;
import dev.membersync.sync.policy.Reaction;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.store.Review;
import dev.membersync.testkit.FakeTicket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** People who go, come back, become one or become another; what the table of reactions makes of it. */
class SituationsTest {
    private final World world = World.ordinary();

    @BeforeEach
    void tenMembersAreRegistered() {
        world.members(10);
        world.sync();
        world.sync();
        world.forgetCalls();
    }

    @Test
    @DisplayName("F-47 a merged member's link is closed, the survivor keeps his, the attendees stay")
    void aMergedMember() {
        world.directory = members -> new Merging(members, Map.of("m4", "m5"));
        world.memberships.members().delete("m4");

        SyncReport report = world.sync();

        assertThat(report.counts().review()).isZero();
        assertThat(report.counts().skipped()).isEqualTo(1);
        assertThat(world.event.attendees()).hasSize(10);
        assertThatNothingIsWritten();
    }

    @Test
    @DisplayName("F-48 another name and another address at once is a question, not an edit")
    void aTransferredTicket() {
        world.editTicket("m4", "First Name", "Somebody");
        world.editTicket("m4", "Last Name", "Else");
        world.editTicket("m4", "Email", "else@example.org");
        world.memberships.members().changeStatus("m4", "inactive");

        SyncReport report = world.sync();

        assertThat(report.counts().review()).isEqualTo(1);
        assertThat(questions()).containsExactly("IDENTITY");
        assertThatNothingIsWritten();
    }

    @Test
    @DisplayName("F-48 where both flow back, the contact is not overwritten by another person")
    void aTransferredTicketOfAContact() {
        World both = World.twoWay();
        both.members(1);
        both.sync();
        both.sync();
        both.forgetCalls();
        both.editTicket("m1", "First Name", "Else");
        both.editTicket("m1", "Email", "else@example.org");

        assertThat(both.sync().counts().review()).isEqualTo(1);
        assertThat(both.writes()).isZero();
    }

    @Test
    @DisplayName("F-49 by choice, the link of a member who is gone is closed exactly once")
    void aGoneMemberIsClosedOnce() {
        closeWhoIsGone();
        world.memberships.members().delete("m4");

        SyncReport first = world.sync();
        world.forgetCalls();
        SyncReport second = world.sync();

        assertThat(first.counts().skipped()).isEqualTo(1);
        assertThat(second.counts().skipped()).isZero();
        assertThat(world.memberships.requests().count("users.get")).isZero();
        assertThat(world.event.attendees()).hasSize(10);
        assertThatNothingIsWritten();
    }

    @Test
    @DisplayName("F-50 a member who comes back under another id gets another ticket; the old one is left alone")
    void aMemberWithANewId() {
        closeWhoIsGone();
        FakeTicket before = world.ticketOf("m4");
        world.memberships.members().delete("m4");
        world.memberships.members().add(World.member("m40", "Person Number4").withEmail("m4@example.com"));

        SyncReport report = world.sync();

        assertThat(report.counts().created()).isEqualTo(1);
        assertThat(world.ticketOf("m4")).isEqualTo(before);
        assertThat(world.attendeesOf("m40")).hasSize(1);
    }

    @Test
    @DisplayName("F-51 a member who comes back under the same id takes the same ticket up again")
    void aMemberWithTheSameId() {
        closeWhoIsGone();
        world.memberships.members().delete("m4");
        world.sync();
        world.memberships.members().add(World.member("m4", "Back Again"));

        SyncReport report = world.sync();

        assertThat(report.counts().created()).isZero();
        assertThat(world.event.attendees()).hasSize(10);
        assertThat(world.ticketOf("m4").firstName()).isEqualTo("Back");
        world.forgetCalls();
        assertThat(world.sync().counts().unchanged()).isEqualTo(10);
        assertThatNothingIsWritten();
    }

    @Test
    @DisplayName("F-52 gone on one side and edited on the other is a question where both sides count")
    void goneAndEdited() {
        World both = World.twoWay();
        both.members(2);
        both.sync();
        both.sync();
        both.forgetCalls();
        both.memberships.members().rename("m1", "Ann Lee");
        both.event.delete(both.ticketOf("m1").id());
        both.editTicket("m2", "First Name", "Edited");
        both.memberships.members().delete("m2");

        SyncReport report = both.sync();

        assertThat(report.counts().review()).isEqualTo(2);
        assertThat(both.writes()).isZero();
        assertThat(both.event.attendees()).hasSize(1);
    }

    @Test
    @DisplayName("F-53 a list that is suddenly another tenant's proves nothing about anybody")
    void anotherTenantsList() {
        world.workflow = template -> template; // the standard guards
        world.memberships.members().clear();
        for (int i = 1; i <= 10; i++) {
            world.memberships.members().add(World.member("other" + i, "Other Person" + i));
        }

        SyncReport report = world.sync();

        assertThat(report.isStopped()).isTrue();
        assertThat(world.memberships.requests().count("users.get")).isZero();
        assertThatNothingIsWritten();
    }

    private void closeWhoIsGone() {
        world.workflow = template ->
                template.guards(World.WIDE).reactions(table -> table.with(Situation.LEFT_GONE, Reaction.TOMBSTONE));
    }

    private void assertThatNothingIsWritten() {
        assertThat(world.writes()).isZero();
    }

    private List<String> questions() {
        try (SyncEngine engine = world.build(World.EVENT)) {
            return engine.reviews(10).stream().map(Review::kind).toList();
        }
    }

    /** A directory that knows who was merged into whom. */
    private record Merging(MemberDirectory members, Map<String, String> merged) implements MemberDirectory {
        @Override
        public String account() {
            return members.account();
        }

        @Override
        public void checkAccess() {
            members.checkAccess();
        }

        @Override
        public Iterable<List<Member>> pages() {
            return members.pages();
        }

        @Override
        public Optional<Member> find(String userId) {
            return members.find(userId);
        }

        @Override
        public Optional<String> mergedInto(String userId) {
            return Optional.ofNullable(merged.get(userId));
        }
    }
}
