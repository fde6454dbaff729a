package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** review, dead-letters, replay and sync --plan as people type them. */
class QueueCommandsTest {
    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = new World(folder, 0);
        add("u1", "u1@example.org");
        add("u2", "u2@example.org");
        var event = world.fakes().accelevents().event(SampleData.EVENT);
        long type = event.ticketType("General Admission").orElseThrow().id();
        event.addAttendee(type, "Stranger", "One", "u1@example.org");
        event.addAttendee(type, "Stranger", "Two", "u1@example.org");
    }

    private void add(String userId, String email) {
        world.fakes()
                .memberships()
                .members()
                .add(FakeMember.of(userId, email, "Uma Canary").withStatus("active"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aReviewIsListedWithWhatItCanBeAnswered() {
        world.run("sync");

        Terminal review = world.run("review", "--json");

        assertThat(review.status()).isEqualTo(1);
        assertThat(review.err()).contains("DISPUTED:u1 (name, email): ", "[value=TICKET, split, ignore]");
        assertThat(first(review, "reviews"))
                .containsEntry("id", "DISPUTED:u1")
                .containsEntry("answered", false)
                .containsEntry("answers", List.of("value=TICKET", "split", "ignore"))
                .doesNotContainKey("values");
        assertThat(review.out() + review.err()).doesNotContain("Canary", "Stranger", "@example.org");
    }

    @Test
    void valuesAreShownWhereTheyAreAskedFor() {
        world.run("sync");

        Terminal review = world.run("review", "--values", "--limit", "5", "--json");

        assertThat(review.err())
                .contains("member \"Uma Canary\", registration \"Stranger One\"")
                .contains("split: none of them is");
        assertThat(first(review, "reviews").get("values").toString()).contains("Stranger Two");
        assertThat(review.err()).contains("--seen " + first(review, "reviews").get("seen"));
    }

    @Test
    void anAnswerIsActedUponByTheNextSync() {
        world.run("sync");
        String seen = String.valueOf(
                first(world.run("review", "--values", "--json"), "reviews").get("seen"));

        assertThat(world.run("review", "decide", "DISPUTED:u1", "split", "--seen", seen)
                        .status())
                .isZero();
        assertThat(world.run("review").err()).contains("answered, the next sync acts upon it");
        Terminal sync = world.run("sync", "--json");

        assertThat(sync.count("created")).isEqualTo(1);
        assertThat(sync.status()).isZero();
        assertThat(world.run("review").status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "review decid DISPUTED:u1 split|the nearest is \"decide\"",
                "review decide DISPUTED:u1|write review decide ID ANSWER",
                "review decide DISPUTED:u1 splti|the nearest is \"split\"",
                "review decide DISPUTED:u1 left|takes value=TICKET, split, ignore",
                "review decide DISPUTED:u9 split|the nearest is DISPUTED:u1",
                "replay|write replay USER, replay --kind K or replay --all",
                "replay u1 --all|write replay USER, replay --kind K or replay --all",
                "replay u1|no such member was given up",
                "dead-letters dorp u1|the nearest is \"drop\"",
                "dead-letters drop u1|write dead-letters drop USER --reason TEXT",
                "dead-letters drop u1 --reason guest|no such member was given up",
                "sync --plan nowhere.json|cannot be read",
                "sync --plan nowhere.json --canary 2|do not go together",
                "verify extra|verify takes no argument",
            })
    void aMistakeEndsTwoAndIsToldWithItsRemedy(String line, String message) {
        world.run("sync");
        String[] words = line.split(" ");

        Terminal wrong = world.run(words[0], Arrays.copyOfRange(words, 1, words.length));

        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains(message);
    }

    @Test
    void deadLettersAreListedAndReplayed() {
        world.fakes().accelevents().switches().uniqueHolderEmail(true);
        world.run("sync");
        add("u3", "u2@example.org");
        world.run("sync");

        Terminal letters = world.run("dead-letters", "--json");
        assertThat(letters.status()).isEqualTo(1);
        assertThat(letters.count("deadLetters")).isEqualTo(1);
        assertThat(first(letters, "deadLetters")).containsEntry("userId", "u3").containsEntry("kind", "REFUSED");
        assertThat(letters.err()).contains("u3 REFUSED: ", "replay");

        world.fakes().accelevents().switches().uniqueHolderEmail(false);
        assertThat(world.run("replay", "--kind", "REFUSED", "--json").json()).containsEntry("replayed", 1);
        assertThat(world.run("replay", "--all", "--json").json()).containsEntry("replayed", 1);
        assertThat(world.run("replay", "u3", "--json").json()).containsEntry("replayed", 1);
        assertThat(world.run("sync", "--json").count("created")).isEqualTo(1);
        assertThat(world.run("dead-letters").status()).isZero();
    }

    @Test
    void aDroppedMemberIsNotListedAnyMore() {
        world.fakes().accelevents().switches().uniqueHolderEmail(true);
        world.run("sync");
        add("u3", "u2@example.org");
        world.run("sync");

        assertThat(world.run("dead-letters", "drop", "u3", "--reason", "comes as a guest")
                        .status())
                .isZero();
        assertThat(world.run("dead-letters").status()).isZero();
    }

    @Test
    @DisplayName("F-80 a plan file is applied, and what has moved since is listed as drifted")
    void aPlanFileIsApplied() throws IOException {
        world.run("sync");
        world.fakes().memberships().members().rename("u2", "First Rename");
        add("u3", "u3@example.org");
        Path file = folder.resolve("plan.json");
        Terminal plan = world.run("plan", "--json");
        Files.writeString(file, plan.out());
        assertThat(plan.out()).doesNotContain("Rename", "@example.org");
        world.fakes().memberships().members().rename("u2", "Second Rename");
        add("u4", "u4@example.org");

        Terminal sync = world.run("sync", "--plan", file.toString(), "--json");

        assertThat(sync.count("created")).isEqualTo(1);
        assertThat(sync.count("updated")).isZero();
        assertThat((List<?>) sync.json().get("drifted")).hasSize(1);
        assertThat(sync.err()).contains("planned: update u2");
        assertThat(sync.status()).isEqualTo(1);
    }

    @Test
    void aPlanOfAnotherEventEndsTwo() throws IOException {
        Path file = folder.resolve("plan.json");
        Files.writeString(file, world.run("plan", "--json").out().replace("\"scope\":\"", "\"scope\":\"0"));

        Terminal wrong = world.run("sync", "--plan", file.toString());

        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("another account, event or workflow");
        Files.writeString(file, "{\"workflow\": 1}");
        assertThat(world.run("sync", "--plan", file.toString()).err()).contains("this one is no plan");
    }

    @Test
    void aPlanShowsValuesWhereTheyAreAskedFor() {
        world.run("sync");
        world.fakes().memberships().members().rename("u2", "New Name");

        assertThat(world.run("plan", "--json").out()).doesNotContain("New Name");
        Terminal plan = world.run("plan", "--values", "--json");

        assertThat(plan.err()).contains("member \"New Name\", registration \"Uma Canary\"");
        assertThat(plan.json().get("values").toString()).contains("New Name");
    }

    @Test
    void anIncidentIsShownUntilItIsOver() {
        world.run("sync");
        Map<String, String> wrong = Map.of("LEFT_KEY", World.LEFT_CANARY, "RIGHT_KEY", "wrong");
        assertThat(world.run(wrong, "sync").status()).isEqualTo(4);

        Terminal review = world.run("review", "--json");
        assertThat(first(review, "incidents"))
                .containsEntry("kind", "CREDENTIAL_REFUSED")
                .containsEntry("status", 401);
        assertThat(review.err())
                .containsPattern(
                        "INCIDENT CREDENTIAL_REFUSED \\S+ \\(HTTP 401\\) at \\S+Z, open until a run goes through: ")
                .doesNotContain("1 times");
        assertThat(world.run("doctor", "--quick").err()).contains("INCIDENT CREDENTIAL_REFUSED");

        world.run("sync");
        assertThat((List<?>) world.run("review", "--json").json().get("incidents"))
                .isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> first(Terminal terminal, String list) {
        return (Map<String, Object>) ((List<?>) terminal.json().get(list)).get(0);
    }
}
