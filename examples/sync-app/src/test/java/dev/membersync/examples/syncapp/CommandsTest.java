package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = new World(folder, 0);
        for (int i = 1; i <= 6; i++) {
            world.fakes()
                    .memberships()
                    .members()
                    .add(FakeMember.of("u" + i, "u" + i + "@example.org", "Uma Example" + i));
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void everyCommandIsNamed() throws IOException {
        Set<String> named = Commands.all().stream()
                .map(command -> command.getClass().getSimpleName() + ".java")
                .collect(Collectors.toSet());
        Path sources = Path.of("src/main/java", Command.class.getPackageName().split("\\."));
        try (Stream<Path> files = Files.list(sources)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("\\w+Command.java")))
                    .as("classes that Commands names")
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void planListsWhatSyncThenDoes() {
        Terminal plan = world.run("plan", "--json");
        Terminal sync = world.run("sync", "--json");

        assertThat(plan.status()).isZero();
        assertThat((List<?>) plan.json().get("operations")).hasSize(6);
        assertThat(plan.json()).containsEntry("mails", 6).containsEntry("objections", List.of());
        assertThat(sync.status()).isZero();
        assertThat(sync.count("created")).isEqualTo(6);
        assertThat(sync.json()).containsEntry("digest", plan.json().get("digest"));
    }

    @Test
    void planWritesNothing() {
        world.run("plan");

        assertThat(world.fakes().accelevents().writes().isEmpty()).isTrue();
    }

    @Test
    void everyCommandTellsProgramsTheSameKeys() {
        for (String command : List.of("doctor", "plan", "sync", "verify", "review")) {
            assertThat(world.run(command, "--json").json())
                    .containsEntry("command", command)
                    .containsEntry("status", "done")
                    .containsKeys("counts", "calls", "durationMs");
        }
    }

    @Test
    void withoutJsonStandardOutputStaysEmpty() {
        assertThat(world.run("sync").out()).isEmpty();
    }

    @Test
    void aSecondSyncWritesNothing() {
        world.run("sync");
        int writes = world.fakes().accelevents().writes().count();
        Terminal second = world.run("sync", "--json");

        assertThat(second.count("unchanged")).isEqualTo(6);
        assertThat(world.fakes().accelevents().writes().count()).isEqualTo(writes);
    }

    @Test
    void verifyAgreesAfterASync() {
        world.run("sync");
        Terminal verify = world.run("verify", "--deep", "--json");

        assertThat(verify.status()).isZero();
        assertThat(verify.json()).containsEntry("pairs", 6).containsEntry("equal", 6);
    }

    @Test
    void verifyEndsOneWhenSomebodyIsMissing() {
        assertThat(world.run("verify").status()).isEqualTo(1);
    }

    @Test
    void aReviewThatRemainsEndsOne() {
        world.fakes().memberships().members().changeEmail("u1", null);

        assertThat(world.run("sync").status()).isEqualTo(1);
        assertThat(world.run("review", "--json").json().get("reviews").toString())
                .contains("u1");
    }

    @Test
    void aGuardStopsWithThreeAndItsDigestRuns() {
        world.with("    ticketTypes", "    guards: {creates: 2}\n    ticketTypes");
        Terminal stopped = world.run("sync", "--json");

        assertThat(stopped.status()).isEqualTo(3);
        assertThat(stopped.err()).contains("guards.creates allows 2", "sync --approve ");
        assertThat(world.fakes().accelevents().writes().isEmpty()).isTrue();
        assertThat(world.run("sync", "--approve", String.valueOf(stopped.json().get("digest")))
                        .status())
                .isZero();
    }

    @Test
    void planEndsOneWhenASyncWouldStop() {
        world.with("    ticketTypes", "    guards: {creates: 2}\n    ticketTypes");

        assertThat(world.run("plan").status()).isEqualTo(1);
    }

    @Test
    void aCanaryWorksOnFewMembers() {
        assertThat(world.run("sync", "--canary", "2", "--json").count("created"))
                .isEqualTo(2);
    }

    @Test
    void aWrongKeyEndsFourAndNamesItsLine() {
        Terminal wrong = world.run(Map.of("LEFT_KEY", "canary-wrong", "RIGHT_KEY", World.RIGHT_CANARY), "sync");

        assertThat(wrong.status()).isEqualTo(4);
        assertThat(wrong.err()).contains("line 1, memberships.apiKey").doesNotContain("canary-wrong");
    }

    @Test
    void anUnknownEventEndsFourAndNamesItsKey() {
        Terminal wrong =
                world.with("eventUrl: " + SampleData.EVENT, "eventUrl: nowhere").run("plan");

        assertThat(wrong.status()).isEqualTo(4);
        assertThat(wrong.err()).contains("line 2, accelevents.eventUrl");
    }

    @Test
    void doctorFindsATicketTypeThatIsNotThere() {
        Terminal doctor = world.with("General Admission", "General Admision").run("doctor");

        assertThat(doctor.status()).isEqualTo(2);
        assertThat(doctor.err()).contains("\"General Admission\"");
    }

    @Test
    void noOutputHoldsAKey() {
        for (String command : List.of("doctor", "plan", "sync", "verify", "review")) {
            Terminal terminal = world.run(command, "--json", "--debug");

            assertThat(terminal.out() + terminal.err()).doesNotContain(World.LEFT_CANARY, World.RIGHT_CANARY);
        }
    }
}
