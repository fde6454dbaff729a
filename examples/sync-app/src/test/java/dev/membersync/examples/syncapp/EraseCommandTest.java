package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody is erased, and stays so, from a file alone. */
class EraseCommandTest {
    private static final String NAME = "Quintilla";
    private static final String ADDRESS = "quintilla@example.org";

    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = new World(folder, 0);
        world.fakes().memberships().members().add(FakeMember.of("u1", ADDRESS, NAME + " Canary"));
        world.with(
                "workflows:",
                "workflows:\n  - {template: erasure-request, graceHours: 0, receipts: '" + folder.resolve("receipts")
                        + "'}");
        world.run("sync");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private boolean isRegistered() {
        return world.fakes().accelevents().event(SampleData.EVENT).attendees().stream()
                .anyMatch(ticket ->
                        ticket.firstName().equals(NAME) || ticket.email().equals(ADDRESS));
    }

    @Test
    void aDryRunSaysWhatWouldBeDoneAndDoesNothing() {
        Terminal plan = world.run("erase", "u1", "--dry-run", "--json");

        assertThat(plan.status()).as(plan.err()).isZero();
        assertThat(plan.err()).startsWith("Nothing was written; an erasure of u1 would come to:");
        assertThat((List<?>) plan.json().get("plan")).isNotEmpty();
        assertThat(isRegistered()).isTrue();
    }

    @Test
    void anIdThatNobodyHasIsToldAndHowToTakeItBack() {
        Terminal erased = world.run("erase", "u7");

        assertThat(erased.err()).contains("NOBODY of this id was found", "sync-app erase u7 --cancel");
        assertThat(world.run("erase", "u1").err()).doesNotContain("NOBODY");
    }

    @Test
    void whoIsErasedIsNotBroughtBackAndTheReceiptNamesWhatStaysOpen() throws IOException {
        Terminal erased = world.run("erase", "u1", "--json");

        Map<?, ?> first = (Map<?, ?>) ((List<?>) erased.json().get("erasures")).get(0);
        assertThat(first.get("done")).as(erased.err()).isEqualTo(true);
        assertThat(erased.status())
                .as("users cannot be deleted by the contract")
                .isEqualTo(1);
        assertThat(erased.err()).contains("open: ").doesNotContain(NAME, ADDRESS);
        assertThat(isRegistered()).isFalse();
        try (Stream<Path> receipts = Files.list(folder.resolve("receipts"))) {
            assertThat(receipts).hasSize(1);
        }

        Terminal sync = world.run("sync", "--json");

        assertThat(sync.count("created")).isZero();
        assertThat(isRegistered()).isFalse();
    }

    @Test
    void aWordTooManyIsToldWithTheForms() {
        Terminal terminal = world.run("erase", "u1", "--retire");

        assertThat(terminal.status()).isEqualTo(2);
        assertThat(terminal.err()).contains("write erase USER");
    }

    @Test
    void anExportIsAFileForItsOwner() {
        Terminal terminal =
                world.run("erase", "u1", "--export", folder.resolve("out").toString());

        assertThat(terminal.status()).as(terminal.err()).isZero();
        assertThat(folder.resolve("out").resolve("u1.json")).content().contains(NAME);
    }
}
