package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What --evidence leaves, and what is noticed when somebody changes it. */
class EvidenceTest {
    @TempDir
    private Path folder;

    private World world;
    private Path evidence;

    @BeforeEach
    void open() {
        world = new World(folder, 0);
        evidence = folder.resolve("evidence");
        for (int i = 1; i <= 4; i++) {
            world.fakes()
                    .memberships()
                    .members()
                    .add(FakeMember.of("u" + i, "u" + i + "@personal.example", "Uma Personal" + i));
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Terminal run(String command, String... options) {
        return world.run(
                command,
                Stream.concat(Stream.of("--evidence", evidence.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    private void chain() {
        run("doctor");
        run("plan");
        run("sync", "--canary", "2");
        run("sync");
        run("verify");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(evidence)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void edit(String name, String part, String other) throws IOException {
        Path file = evidence.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(part);
        Files.writeString(file, text.replace(part, other));
    }

    @Test
    void everyCommandLeavesOneFileInTheOrderOfTheCommands() throws IOException {
        chain();

        assertThat(names())
                .containsExactly(
                        "001-doctor.json", "002-plan.json", "003-sync.json", "004-sync.json", "005-verify.json");
    }

    @Test
    void theGatesThatWerePassedAreListed() {
        chain();
        Terminal check = run("evidence", "--json");

        assertThat(check.status()).isZero();
        assertThat((List<?>) check.json().get("gates"))
                .<Object>extracting(gate -> ((Map<?, ?>) gate).get("gate"))
                .containsExactly("doctor", "plan", "canary", "sync", "verify");
        assertThat((List<?>) check.json().get("gates"))
                .allSatisfy(gate -> assertThat(((Map<?, ?>) gate).get("passed")).isEqualTo(true));
    }

    @Test
    void aGateThatWasNotPassedSaysWhy() {
        run("verify");
        Terminal check = run("evidence");

        assertThat(check.status()).isZero();
        assertThat(check.err()).contains("verify NOT passed: the two sides do not agree");
    }

    @Test
    void aFileHoldsTheFactsOfTheCommand() throws IOException {
        Terminal plan = run("plan", "--json");
        EvidenceFile file = new EvidenceFile(1, "001-plan.json", Files.readString(evidence.resolve("001-plan.json")));

        assertThat(file.facts())
                .containsAllEntriesOf(without(plan.json(), "durationMs"))
                .containsEntry("gate", "plan")
                .containsEntry("exit", 0)
                .containsEntry("version", "development")
                .containsEntry("previous", EvidenceFile.NONE)
                .containsKeys("when", "configuration", "account", "durationMs", "seal");
    }

    private static Map<String, Object> without(Map<String, Object> json, String key) {
        json.remove(key);
        return json;
    }

    @Test
    void noPersonalValueAndNoKeyIsInAFile() throws IOException {
        run("plan", "--values", "--csv", folder.resolve("people.csv").toString());
        run("sync");
        run("verify", "--deep");

        for (String name : names()) {
            assertThat(Files.readString(evidence.resolve(name)))
                    .doesNotContain("personal.example", "Personal", World.LEFT_CANARY, World.RIGHT_CANARY);
        }
    }

    @Test
    void filesAndFolderAreForTheirOwnerAlone() throws IOException {
        run("doctor");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(evidence)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(evidence.resolve("001-doctor.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anEditedFileIsNamed() throws IOException {
        chain();
        edit("003-sync.json", "\"exit\":0", "\"exit\":1");
        Terminal check = run("evidence");

        assertThat(check.status()).isEqualTo(1);
        assertThat(check.err()).contains("BROKEN: 003-sync.json was changed");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        chain();
        Files.delete(evidence.resolve("002-plan.json"));

        assertThat(run("evidence").err()).contains("BROKEN: file 002 is missing");
    }

    @Test
    void aMissingEndIsNoticedBecauseTheStoreRemembersIt() throws IOException {
        chain();
        Files.delete(evidence.resolve("005-verify.json"));
        Files.delete(evidence.resolve("004-sync.json"));

        assertThat(run("evidence").err()).contains("BROKEN: file 004 is missing, the store remembers it");
    }

    @Test
    void aRenumberedFileDoesNotFollowTheOneBefore() throws IOException {
        chain();
        Files.delete(evidence.resolve("002-plan.json"));
        Files.move(evidence.resolve("003-sync.json"), evidence.resolve("002-sync.json"));
        Files.move(evidence.resolve("004-sync.json"), evidence.resolve("003-sync.json"));
        Files.move(evidence.resolve("005-verify.json"), evidence.resolve("004-verify.json"));

        assertThat(run("evidence").err()).contains("BROKEN: 002-sync.json does not follow the file before it");
    }

    @Test
    void evidenceOfAnotherStoreDoesNotCount(@TempDir Path elsewhere) {
        run("doctor");
        try (World other = new World(elsewhere, 1)) {
            Terminal check = other.run("evidence", "--evidence", evidence.toString());

            assertThat(check.status()).isEqualTo(1);
            assertThat(check.err()).contains("001-doctor.json was changed, or sealed with the key of another store");
        }
    }

    @Test
    void brokenEvidenceIsNotGoneOnWith() throws IOException {
        chain();
        edit("001-doctor.json", "\"passed\":true", "\"passed\":null");
        int writes = world.fakes().accelevents().writes().count();
        Terminal refused = run("sync");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("001-doctor.json was changed", "name another one");
        assertThat(names()).hasSize(5);
        assertThat(world.fakes().accelevents().writes().count()).isEqualTo(writes);
    }

    @Test
    void aCommandThatFailsLeavesEvidenceToo() throws IOException {
        Terminal failed = world.run(
                Map.of("LEFT_KEY", "wrong-key-4711", "RIGHT_KEY", World.RIGHT_CANARY),
                "plan",
                "--evidence",
                evidence.toString());

        assertThat(failed.status()).isEqualTo(4);
        assertThat(Files.readString(evidence.resolve("001-plan.json")))
                .contains("\"passed\":false", "\"exit\":4", "memberships.apiKey")
                .doesNotContain("wrong-key-4711");
    }

    @Test
    void noEvidenceIsNoProof() {
        assertThat(run("evidence").status()).isEqualTo(1);
    }

    @Test
    void aFolderThatCannotBeMadeIsToldBeforeAnythingIsRead() throws IOException {
        Files.writeString(evidence, "a file");
        Terminal refused = run("sync");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("--evidence");
        assertThat(world.fakes().memberships().requests().count()).isZero();
    }
}
