package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.testing.ManualTime;
import dev.membersync.examples.syncapp.internal.JsonText;
import dev.membersync.sync.LiveSync;
import dev.membersync.sync.SyncListener;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.SampleData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports of a live run, in a time that a test moves. */
class NightlyTest {
    @TempDir
    private Path folder;

    private final ManualTime time = ManualTime.at(Instant.parse("2026-03-28T12:00:00Z"));
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private World world;
    private Tenant tenant;
    private LiveSync live;
    private List<Nightly> reports = List.of();

    private void start(String nightly) {
        start(nightly, "");
    }

    /** @param settings of the file, above the workflows */
    private void start(String nightly, String settings) {
        world = new World(folder, 8)
                .with(
                        "workflows:",
                        settings + "workflows:\n  - {template: nightly-reconciliation, into: '" + into() + "'" + nightly
                                + "}");
        world.fakes()
                .accelevents()
                .event(SampleData.EVENT)
                .describe(details -> details.with("equivalentTimezone", "Europe/Paris"));
        tenant = Tenant.open(
                TenantConfig.read(world.file(), Map.of("LEFT_KEY", World.LEFT_CANARY, "RIGHT_KEY", World.RIGHT_CANARY)),
                new SyncListener() {},
                time);
        live = tenant.live();
        pass(Duration.ofMinutes(1));
        PrintStream out = new PrintStream(err, true, StandardCharsets.UTF_8);
        reports = Nightly.start(tenant, live, new Console(out, out, false), time, Runnable::run);
    }

    @AfterEach
    void stop() {
        reports.forEach(Nightly::close);
        live.close();
        tenant.close();
        world.close();
    }

    private Path into() {
        return folder.resolve("reports");
    }

    /** Steps whenever something is due. */
    private void pass(Duration duration) {
        Instant end = time.instant().plus(duration);
        while (time.instant().isBefore(end)) {
            Instant due = live.step();
            Instant next = due.isBefore(end) ? due : end;
            time.advance(next.isAfter(time.instant()) ? Duration.between(time.instant(), next) : Duration.ZERO);
        }
    }

    private List<String> files() throws IOException {
        if (!Files.isDirectory(into())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(into())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Map<String, Object> json(String day) throws IOException {
        return JsonText.read(Files.readString(into().resolve("nightly-reconciliation-" + day + ".json")));
    }

    @Test
    void eachDayLeavesOneReportByTheClocksOfTheEventAlsoWhenTheySkipItsTime() throws IOException {
        start("", "live: {pollEvery: 15m}\n");
        pass(Duration.ofHours(13));
        assertThat(files()).isEmpty();

        pass(Duration.ofHours(1)); // 02:30 is skipped, 03:30 summer time is 01:30 UTC
        assertThat(files())
                .containsExactly("nightly-reconciliation-2026-03-29.json", "nightly-reconciliation-2026-03-29.md");
        pass(Duration.ofHours(22));
        assertThat(files()).hasSize(2);
        pass(Duration.ofHours(2));

        assertThat(files()).hasSize(4).contains("nightly-reconciliation-2026-03-30.json");
        assertThat(json("2026-03-29"))
                .containsEntry("due", "2026-03-29T01:30:00Z")
                .containsEntry("zone", "Europe/Paris")
                .containsEntry("swept", true);
        assertThat(json("2026-03-30")).containsEntry("due", "2026-03-30T00:30:00Z");
    }

    @Test
    void theReportIsForItsOwnerAloneAndNamesNobody() throws IOException {
        start(", zone: UTC, at: '13:00', formats: [markdown]");
        pass(Duration.ofMinutes(62));

        assertThat(files()).containsExactly("nightly-reconciliation-2026-03-28.md");
        Path file = into().resolve(files().get(0));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(into())))
                .isEqualTo("rwx------");
        assertThat(Files.readString(file))
                .contains("Both sides were read whole.", "| members-to-attendees | " + SampleData.EVENT + " |")
                .doesNotContain("@")
                .doesNotContain(world.fakes().memberships().members().all().stream()
                        .map(FakeMember::fullName)
                        .toArray(String[]::new));
    }

    @Test
    void thePaymentsAreReportedWhereTheyAreTold() throws IOException {
        start(", zone: UTC, at: '13:00'}\n  - {template: payments");
        pass(Duration.ofMinutes(62));

        assertThat(json("2026-03-28").get("payments"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
        assertThat(Files.readString(into().resolve("nightly-reconciliation-2026-03-28.md")))
                .contains("# Payments of " + SampleData.EVENT);
    }

    @Test
    void duplicatesAreReportedWhereTheFileAsksForThem() throws IOException {
        start(", zone: UTC, at: '13:00'}\n  - {template: duplicate-hygiene");
        pass(Duration.ofMinutes(62));

        assertThat(json("2026-03-28").get("hygiene"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
        assertThat(Files.readString(into().resolve("nightly-reconciliation-2026-03-28.md")))
                .contains("# Duplicates and broken links of " + SampleData.EVENT)
                .doesNotContain("@");
    }

    @Test
    void aReportThatIsThereStays() throws IOException {
        OwnerFile.folder(into());
        Files.writeString(into().resolve("nightly-reconciliation-2026-03-28.md"), "mine");
        start(", zone: UTC, at: '13:00'");
        pass(Duration.ofMinutes(62));

        assertThat(into().resolve("nightly-reconciliation-2026-03-28.md")).hasContent("mine");
        assertThat(json("2026-03-28")).containsKey("workflows");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("is there already and stays as it is");
    }

    @Test
    void aServiceThatIsDownIsWaitedForAnHourAndTheReportSaysSo() throws IOException {
        start(", zone: UTC, at: '13:00'");
        pass(Duration.ofMinutes(58));
        world.fakes().memberships().faults(FaultPlan.always(Fault.STATUS_BEFORE));
        pass(Duration.ofMinutes(30));
        assertThat(files()).isEmpty();

        pass(Duration.ofMinutes(40));

        assertThat(json("2026-03-28")).containsEntry("swept", false).containsEntry("clean", false);
    }
}
