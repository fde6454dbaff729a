package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.RecordKind;
import dev.membersync.testkit.SampleData;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** After an event the tags of contacts tell who was there. */
@Timeout(90)
class FollowUpCommandTest {
    private static final String TAGS = "attendance-follow-up, tags: {attended: was-there, noShow: missed}";

    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = World.highLevel(folder, 0);
        event().describe(details -> details.with("eventEndDate", "2026/05/12 22:00"));
        event().checkIn(guest("ada").id());
        guest("ben");
        event().cancel(guest("cyd").id());
        guest("stranger");
        List.of("ada", "ben", "cyd", "dan").forEach(this::member);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private FakeEvent event() {
        return world.fakes().accelevents().event(SampleData.EVENT);
    }

    private FakeTicket guest(String name) {
        long type = event().ticketType("General Admission").orElseThrow().id();
        return event().addAttendee(type, name.toUpperCase(Locale.ROOT), "Example", name + "@example.org");
    }

    private void member(String name) {
        world.fakes()
                .memberships()
                .members()
                .add(FakeMember.of(name, name + "@example.org", name + " Example")
                        .withStatus("active"));
        world.fakes().memberships().contacts().tag(name, "member");
    }

    private Terminal followUp(String workflow) {
        world.with("workflows:", "workflows:\n  - {template: " + workflow + "}");
        return again();
    }

    private Terminal again() {
        return world.run(
                Map.of("LEFT_KEY", FakeMemberships.DEFAULT_KEY, "RIGHT_KEY", World.RIGHT_CANARY),
                "follow-up",
                "--json");
    }

    private List<String> tags(String name) {
        return world.fakes().memberships().records(RecordKind.CONTACT).all().stream()
                .filter(contact -> contact.id().equals(name))
                .flatMap(contact -> contact.texts("tags").stream())
                .filter(tag -> !tag.equals("member"))
                .toList();
    }

    @Test
    void whoWasCheckedInIsToldFromWhoWasNotAndWrittenOnce() {
        Terminal first = followUp(TAGS + ", mode: auto");
        int writes = world.fakes().memberships().writes().count();
        Terminal second = again();

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.json())
                .containsEntry("tagged", 2)
                .containsEntry("attended", 1)
                .containsEntry("noShows", 1);
        assertThat(tags("ada")).containsExactly("was-there");
        assertThat(tags("ben")).containsExactly("missed");
        assertThat(tags("cyd")).as("a cancelled ticket").isEmpty();
        assertThat(tags("dan")).as("no ticket").isEmpty();
        assertThat(second.json()).containsEntry("tagged", 0).containsEntry("unchanged", 2);
        assertThat(world.fakes().memberships().writes().count()).isEqualTo(writes);
        assertThat(first.out() + first.err()).doesNotContain("@example.org");
    }

    @Test
    void aLateCheckInPutsTheTagRight() {
        followUp(TAGS + ", mode: auto");
        event().attendees().stream()
                .filter(ticket -> ticket.email().equals("ben@example.org"))
                .forEach(ticket -> event().checkIn(ticket.id()));

        again();

        assertThat(tags("ben")).containsExactly("was-there");
    }

    @Test
    void theDefaultWritesNothing() {
        Terminal terminal = followUp(TAGS);

        assertThat(terminal.count("planned")).isEqualTo(2);
        assertThat(world.fakes().memberships().writes().isEmpty()).isTrue();
    }

    @Test
    void whoWantsNoMessagesIsLeftOut() {
        world.fakes().memberships().contacts().edit("ada", contact -> contact.with("dnd", true));

        Terminal terminal = followUp(TAGS + ", mode: auto");

        assertThat(terminal.json()).containsEntry("withoutConsent", 1).containsEntry("tagged", 1);
        assertThat(tags("ada")).isEmpty();
    }

    @Test
    void moreThanTheFileAllowsAreNotTaggedAtAll() {
        Terminal terminal = followUp(TAGS + ", mode: auto, most: 1");

        assertThat(terminal.status()).isEqualTo(3);
        assertThat(world.fakes().memberships().writes().isEmpty()).isTrue();
    }

    @Test
    void beforeTheEndAndTheWaitNothingIsDone() {
        event().describe(details -> details.with("eventEndDate", "2126/05/12 22:00"));

        Terminal terminal = followUp(TAGS + ", mode: auto");

        assertThat(terminal.status()).as(terminal.err()).isZero();
        assertThat(terminal.err()).contains("nothing is done before 2126-05-14T02:00:00Z");
        assertThat(world.fakes().memberships().requests().count()).isZero();
    }

    @Test
    void usersHaveNoTags(@TempDir Path other) {
        try (World standard = new World(other, 0)) {
            Terminal terminal = standard.with("workflows:", "workflows:\n  - {template: " + TAGS + "}")
                    .run("follow-up");

            assertThat(terminal.status()).isEqualTo(2);
            assertThat(terminal.err()).contains("users of this profile have no tags");
        }
    }

    @Test
    void twoEqualTagsAreAMistake() {
        Terminal terminal = followUp("attendance-follow-up, tags: {attended: same, noShow: Same}");

        assertThat(terminal.status()).isEqualTo(2);
        assertThat(terminal.err()).contains("line", "workflows[0].tags: both tags are the same");
    }
}
