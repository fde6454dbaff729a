package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.SampleData;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Duplicates and broken links, by the commands, from a file alone. */
class HygieneCommandTest {
    private static final String TEMPLATE = "workflows:\n  - template: duplicate-hygiene";

    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = new World(folder, 0);
        for (int i = 1; i <= 3; i++) {
            member("u" + i, "u" + i + "@example.org");
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void member(String userId, String email) {
        world.fakes().memberships().members().add(FakeMember.of(userId, email, "Uma Example"));
    }

    private FakeEvent event() {
        return world.fakes().accelevents().event(SampleData.EVENT);
    }

    private void guest(String email) {
        long type = event().ticketType("General Admission").orElseThrow().id();
        event().addAttendee(type, "Uma", "Example", email);
    }

    private static Map<?, ?> hygiene(Terminal terminal) {
        return (Map<?, ?>) ((List<?>) terminal.json().get("hygiene")).get(0);
    }

    @Test
    void besideAWorkflowOfTheEventItCostsNoCall() {
        world.run("sync");
        Object without = world.run("sync", "--json").json().get("calls");
        world.with("workflows:", TEMPLATE);
        world.run("sync");

        Terminal sync = world.run("sync", "--json");

        assertThat(sync.status()).as(sync.err()).isZero();
        assertThat(sync.json().get("calls")).isEqualTo(without);
        assertThat(sync.json()).containsEntry("workflow", "members-to-attendees");
        assertThat(hygiene(sync).get("clean")).isEqualTo(true);
    }

    @Test
    void aSyncTellsWhatItFoundAndWhatToDoAndEndsAsItWould() {
        world.with("workflows:", TEMPLATE);
        world.run("sync");
        guest("u1@example.org");

        Terminal sync = world.run("sync", "--json");

        assertThat(sync.status()).as(sync.err()).isZero();
        assertThat(hygiene(sync).get("figures")).isEqualTo(Map.of("SAME_HOLDER", 1));
        assertThat(sync.err())
                .contains("Duplicates and broken links of " + SampleData.EVENT, "1  same holder. What to do:")
                .contains("delete the ticket without a member at Accelevents")
                .doesNotContain("@example");
        assertThat(event().attendees()).hasSize(4);
    }

    @Test
    void theReportIsMadeWithoutACall() {
        world.with("workflows:", TEMPLATE);
        member("u4", "U1@example.org");
        world.run("sync");

        Terminal report = world.run("report", "--json");

        assertThat(report.status()).as(report.err()).isZero();
        assertThat(report.json().get("calls")).isEqualTo(Map.of("memberships", 0, "accelevents", 0));
        assertThat(((List<?>) hygiene(report).get("findings")))
                .anySatisfy(finding ->
                        assertThat(((Map<?, ?>) finding).get("members")).isEqualTo(List.of("u1", "u4")));
        assertThat(report.err()).contains("## same email (1)", "the members u1, u4 have one e-mail address");
    }

    @Test
    void aloneItReadsBothListsAndWritesNothing() {
        world.with(
                "workflows:\n  - template: members-to-attendees\n    ticketTypes: {gold: VIP, '*': General Admission}",
                TEMPLATE);
        guest("u1@example.org");
        guest("u1@example.org");

        Terminal sync = world.run("sync", "--json");

        assertThat(sync.status()).as(sync.err()).isZero();
        assertThat(hygiene(sync).get("figures")).isEqualTo(Map.of("SAME_HOLDER", 1));
        assertThat(world.fakes().memberships().writes().count()
                        + world.fakes().accelevents().writes().count())
                .isZero();
    }

    @Test
    void whereTheFileDoesNotAskNothingIsTold() {
        assertThat(world.run("sync", "--json").json()).doesNotContainKey("hygiene");
        assertThat(world.run("report", "--json").err()).contains("template: duplicate-hygiene");
    }
}
