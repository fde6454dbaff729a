package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.testing.ManualTime;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.SampleData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gates about what surrounds the registrations: hooks, clocks, the documented mapping, and whose they are. */
class GoLiveGatesTest {
    private static final String SECRET = "a-secret-of-the-tests";

    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = new World(folder, 0);
        for (int i = 1; i <= 4; i++) {
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

    private FakeEvent event() {
        return world.fakes().accelevents().event(SampleData.EVENT);
    }

    private void guests(int number, String type) {
        long id = event().ticketType(type).orElseThrow().id();
        for (int i = 1; i <= number; i++) {
            event().addAttendee(id, "Guest", "Number" + i, "guest" + i + "@example.org");
        }
    }

    private Terminal goLive() {
        return world.run(
                "go-live", "--canary", "2", "--json", "--evidence", evidence().toString());
    }

    private Path evidence() {
        return folder.resolve("evidence");
    }

    private void asks(String goLive) {
        world.with("workflows:", "goLive: {" + goLive + "}\nworkflows:");
    }

    private long orders() {
        return world.fakes().accelevents().writes().count("order");
    }

    @Test
    void tooFewRegistrationsOfMembersStopAtTheLastGate() throws IOException {
        guests(1, "General Admission");
        Terminal live = goLive();

        assertThat(live.status()).isEqualTo(1);
        assertThat(live.json().get("stoppedAt")).isEqualTo("coverage: too few registrations are a member's");
        assertThat(live.json().get("next")).asString().contains("goLive.notMembers", "goLive.coverage");
        assertThat(live.err()).contains("4 of 5 registrations are a member's", "that is 80 %, and the target 95 %");
        assertThat(Files.readString(evidence().resolve("007-coverage.json")))
                .contains("\"target\":95", "\"registrations\":5", "\"linked\":4", "\"passed\":false");
    }

    @Test
    void theTargetIsTheFiles() {
        guests(1, "General Admission");
        asks("coverage: 80");

        assertThat(goLive().status()).isZero();
    }

    @Test
    void ticketTypesOfPeopleWhoAreNoMembersCount() {
        guests(3, "VIP");
        asks("notMembers: [vip]");
        Terminal live = goLive();

        assertThat(live.status()).as(live.err()).isZero();
        assertThat(live.err())
                .contains("4 of 7 registrations are a member's, 3 are of a ticket type for others; that is 100 %");
    }

    @Test
    void aTicketTypeThatIsNotThereStopsAtDoctor() {
        asks("notMembers: [VIPP]");
        Terminal live = goLive();

        assertThat(live.status()).isEqualTo(2);
        assertThat(live.err())
                .contains("goLive.notMembers: no event has a ticket type \"VIPP\"; the nearest is \"VIP\"");
        assertThat(orders()).isZero();
    }

    @Test
    void aDocumentedMappingIsAGate() {
        Path page = folder.resolve("mapping-page.md");
        world.run("mapping-docs", "--out", page.toString());
        asks("mappingDocs: '" + page + "'");
        Terminal live = goLive();

        assertThat(live.status()).as(live.err()).isZero();
        assertThat(live.json().get("gates"))
                .asString()
                .contains("gate=mapping, passed=true, file=002-mapping-docs.json");
    }

    @Test
    void aMappingThatDriftedStopsBeforeThePlan() {
        Path page = folder.resolve("mapping-page.md");
        world.run("mapping-docs", "--out", page.toString());
        asks("mappingDocs: '" + page + "'");
        world.with("    ticketTypes", "    map: [{from: member.field(company), to: answer(Company)}]\n    ticketTypes");
        event().putField(FakeField.question("Company"));
        Terminal live = goLive();

        assertThat(live.status()).isEqualTo(1);
        assertThat(live.json().get("stoppedAt")).asString().startsWith("mapping: ");
        assertThat(live.json().get("next")).asString().contains("mapping-docs --out " + page);
        assertThat(orders()).isZero();
    }

    @Test
    void aPageThatIsNotThereStopsWithWhatToDo() {
        asks("mappingDocs: '" + folder.resolve("none.md") + "'");
        Terminal live = goLive();

        assertThat(live.status()).isEqualTo(2);
        assertThat(live.err()).contains("the gate mapping is not passed", "write it first: mapping-docs --out");
    }

    @Test
    void hooksAndClocksAreInTheEvidenceOfDoctor() throws IOException {
        world.with("workflows:", "live: {hooks: {secret: " + SECRET + "}}\nworkflows:");
        Terminal live = goLive();

        assertThat(live.status()).as(live.err()).isZero();
        assertThat(Files.readString(evidence().resolve("001-doctor.json")))
                .contains("/hooks/generic", "/hooks/accelevents", "/hooks/memberships", "refuses one that is changed")
                .contains("its clock and this machine's are")
                .doesNotContain(SECRET);
    }

    @Test
    void aHookThatLiveWouldRefuseStopsAtDoctor() {
        world.with("workflows:", "live: {hooks: {secret: short}}\nworkflows:");
        Terminal live = goLive();

        assertThat(live.status()).isEqualTo(2);
        assertThat(live.err()).contains("live.hooks.secret", "openssl rand -hex 32");
        assertThat(orders()).isZero();
    }

    @Test
    void aClockThatIsFarOffStopsAtDoctor() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(err, true, StandardCharsets.UTF_8);
        Map<String, String> keys = Map.of("LEFT_KEY", World.LEFT_CANARY, "RIGHT_KEY", World.RIGHT_CANARY);
        int status = SyncApp.run(
                List.of("go-live", "--config", world.file().toString()),
                new Surroundings(
                        new ByteArrayInputStream(new byte[0]),
                        out,
                        out,
                        keys,
                        ManualTime.at(Instant.parse("2001-01-01T00:00:00Z"))));

        assertThat(status).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("WRONG  accelevents: its clock is", "set this machine's clock");
        assertThat(orders()).isZero();
    }
}
