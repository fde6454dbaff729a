package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.Injection;
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

/** The gates in their order: where go-live stops, and how it goes on. */
class GoLiveTest {
    @TempDir
    private Path folder;

    private World world;
    private Path evidence;

    @BeforeEach
    void open() {
        world = new World(folder, 0);
        evidence = folder.resolve("evidence");
        for (int i = 1; i <= 6; i++) {
            member("u" + i);
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void member(String userId) {
        world.fakes()
                .memberships()
                .members()
                .add(FakeMember.of(userId, userId + "@example.org", "Uma Example" + userId.substring(1)));
    }

    private Terminal goLive(String... options) {
        return world.run(
                "go-live",
                Stream.concat(Stream.of("--evidence", evidence.toString(), "--json"), Stream.of(options))
                        .toArray(String[]::new));
    }

    private static List<Object> gates(Terminal terminal) {
        return ((List<?>) terminal.json().get("gates"))
                .stream().<Object>map(gate -> ((Map<?, ?>) gate).get("gate")).toList();
    }

    private List<FakeTicket> attendees() {
        return world.fakes().accelevents().event(SampleData.EVENT).attendees();
    }

    private long orders() {
        return world.fakes().accelevents().writes().count("order");
    }

    @Test
    void allGatesArePassedInTheirOrder() {
        Terminal live = goLive("--canary", "2");

        assertThat(live.status()).as(live.err()).isZero();
        assertThat(gates(live))
                .containsExactly("doctor", "plan", "canary", "canary-verify", "sync", "verify", "coverage");
        assertThat(live.count("created")).isEqualTo(6);
        assertThat((List<?>) live.json().get("canary")).hasSize(2);
        assertThat(live.err()).contains("All gates are passed", "sync-app live");
        assertThat(attendees()).hasSize(6);
    }

    @Test
    void everyGateLeavesItsEvidence() {
        goLive("--canary", "2");
        Terminal check = world.run("evidence", "--json", "--evidence", evidence.toString());

        assertThat(check.status()).as(check.err()).isZero();
        assertThat(gates(check))
                .containsExactly("doctor", "plan", "canary", "canary-verify", "sync", "verify", "coverage");
    }

    @Test
    void withoutEvidenceItGoesTheSameWay() {
        Terminal live = world.run("go-live", "--canary", "2", "--json");

        assertThat(live.status()).as(live.err()).isZero();
        assertThat(Files.exists(evidence)).isFalse();
    }

    @Test
    void itStopsAtDoctorWithoutAWrite() {
        world.with("General Admission", "General Admision");
        Terminal live = goLive();

        assertThat(live.status()).isEqualTo(2);
        assertThat(gates(live)).containsExactly("doctor");
        assertThat(live.err()).contains("Stopped at the gate doctor", "Next: correct what is WRONG");
        assertThat(orders()).isZero();
    }

    @Test
    void aServiceThatRefusesStopsAtDoctor() {
        Terminal live =
                world.run(Map.of("LEFT_KEY", Fakes.BLIND_KEY, "RIGHT_KEY", World.RIGHT_CANARY), "go-live", "--json");

        assertThat(live.status()).isEqualTo(4);
        assertThat(live.err()).contains("users.readonly missing");
    }

    @Test
    void anObjectionStopsAtThePlanUntilItIsApproved() {
        world.with("    ticketTypes", "    guards: {creates: 3}\n    ticketTypes");
        Terminal stopped = goLive("--canary", "2");
        assertThat(stopped.status()).isEqualTo(3);
        assertThat(gates(stopped)).containsExactly("doctor", "plan");
        assertThat(orders()).isZero();

        Terminal live = goLive("--canary", "2", "--approve", approval(stopped));

        assertThat(live.status()).as(live.err()).isZero();
        assertThat(attendees()).hasSize(6);
    }

    private static String approval(Terminal stopped) {
        String next = String.valueOf(stopped.json().get("next"));
        assertThat(next).contains("go-live --approve ");
        return next.substring(next.lastIndexOf(' ') + 1);
    }

    @Test
    void whatWasApprovedIsNotAskedAgainWhenItGoesOn() {
        world.with("    ticketTypes", "    guards: {creates: 3}\n    ticketTypes");
        String approved = approval(goLive("--canary", "2"));
        refuseTheCanary();
        Terminal refused = goLive("--canary", "2", "--approve", approved);
        assertThat(refused.status()).isEqualTo(4);
        assertThat(refused.err()).contains("the gate canary is not passed");
        world.fakes().accelevents().faults(FaultPlan.none());

        Terminal live = goLive("--canary", "2");

        assertThat(live.status()).as(live.err()).isZero();
        assertThat(attendees()).hasSize(6);
    }

    /** The first list of attendees is for the plan, the second for the canary. */
    private void refuseTheCanary() {
        world.fakes()
                .accelevents()
                .faults(FaultPlan.nth(
                        "attendees.list", 2, Injection.of(Fault.STATUS_BEFORE).answering(403)));
    }

    @Test
    void anOperationThatIsNewNeedsItsOwnYes() {
        world.with("    ticketTypes", "    guards: {creates: 3}\n    ticketTypes");
        String approved = approval(goLive("--canary", "2"));
        refuseTheCanary();
        assertThat(goLive("--canary", "2", "--approve", approved).status()).isEqualTo(4);
        world.fakes().accelevents().faults(FaultPlan.none());
        member("u7");

        Terminal stopped = goLive("--canary", "2");

        assertThat(stopped.status()).isEqualTo(3);
        assertThat(stopped.json().get("stoppedAt")).isEqualTo("plan: a guard objects");
        assertThat(orders()).isZero();
    }

    @Test
    void aMemberThatFailsStopsAtTheCanaryAndTellsWhatWasMade() {
        world.fakes().accelevents().switches().uniqueHolderEmail(true);
        world.fakes().memberships().members().changeEmail("u2", "u1@example.org");
        Terminal live = goLive("--canary", "2");

        assertThat(live.status()).isEqualTo(1);
        assertThat(live.json().get("stoppedAt")).asString().as(live.err()).startsWith("canary: ");
        assertThat(live.err())
                .contains("The canary registered 1 of these members", "membersync:USER", "sync-app dead-letters");
        assertThat(attendees()).hasSize(1);
    }

    @Test
    void aCanaryThatDoesNotAgreeStopsBeforeTheSync() {
        goLive("--canary", "2");
        FakeTicket ticket = attendees().get(0);
        world.fakes().accelevents().event(SampleData.EVENT).answer(ticket.id(), "Last Name", "Somebody");
        member("u7");
        Terminal live = goLive("--canary", "2");

        assertThat(live.status()).isEqualTo(1);
        assertThat(live.json().get("stoppedAt")).asString().startsWith("canary-verify: ");
        assertThat(live.err())
                .contains("Gate canary: passed before, see 003-sync.json", "delete that order there by hand");
        assertThat(attendees()).as("u7 waits").hasSize(6);
    }

    @Test
    void aSyncThatLeavesAQuestionStopsBeforeTheLastGate() {
        world.fakes().memberships().members().changeEmail("u6", null);
        Terminal live = goLive("--canary", "2");

        assertThat(live.status()).isEqualTo(1);
        assertThat(live.json().get("stoppedAt")).asString().startsWith("sync: ");
        assertThat(live.json().get("next")).asString().contains("sync-app review");
    }

    @Test
    void itGoesOnWithoutASecondCanary() {
        world.fakes().memberships().members().changeEmail("u6", null);
        goLive("--canary", "2");
        world.fakes().memberships().members().changeEmail("u6", "u6@example.org");
        Terminal live = goLive("--canary", "2");

        assertThat(live.status()).as(live.err()).isZero();
        assertThat(live.err()).contains("Gate canary: passed before");
        assertThat(gates(live))
                .containsExactly("doctor", "plan", "canary", "canary-verify", "sync", "verify", "coverage");
        assertThat(live.count("created")).isEqualTo(1);
    }

    @Test
    void aCanaryOfTheCommandSyncCounts() {
        world.run("sync", "--canary", "3", "--evidence", evidence.toString());
        Terminal live = goLive("--canary", "3");

        assertThat(live.status()).as(live.err()).isZero();
        assertThat(live.err()).contains("Gate canary: passed before, see 001-sync.json");
    }

    @Test
    void aLargerCanaryThanTheOneThatPassedIsMade() {
        world.run("sync", "--canary", "1", "--evidence", evidence.toString());

        assertThat(goLive("--canary", "3").err()).doesNotContain("passed before");
    }

    @Test
    void aChangedConfigurationNeedsItsOwnCanary() {
        goLive("--canary", "2");
        world.with("    ticketTypes", "    buyer: {name: Otto Organiser, email: otto@example.org}\n    ticketTypes");

        assertThat(goLive("--canary", "2").err()).doesNotContain("passed before");
    }

    @Test
    void whatOnlyLiveReadsMakesNoOtherConfiguration() {
        goLive("--canary", "2");
        world.with("workflows:", "live: {port: 0}\nworkflows:");

        assertThat(goLive("--canary", "2").err()).contains("passed before");
    }

    @Test
    void tamperedEvidenceStopsItBeforeItReads() throws IOException {
        goLive("--canary", "2");
        Path file = evidence.resolve("003-sync.json");
        Files.writeString(file, Files.readString(file).replace("u1", "u9"));
        int requests = world.fakes().memberships().requests().count();
        Terminal live = goLive("--canary", "2");

        assertThat(live.status()).isEqualTo(2);
        assertThat(live.err()).contains("003-sync.json was changed");
        assertThat(world.fakes().memberships().requests().count()).isEqualTo(requests);
    }

    @Test
    void whoseTicketWasTakenBackByHandIsNotRegisteredAgain() {
        goLive("--canary", "2");
        world.fakes()
                .accelevents()
                .event(SampleData.EVENT)
                .delete(attendees().get(0).id());
        world.run("sync");

        assertThat(attendees()).hasSize(5);
    }

    @Test
    void withANewStoreTheTicketsOfARehearsalAreMadeAgainWhereTheyWereTakenAway() throws IOException {
        goLive("--canary", "2");
        attendees()
                .forEach(ticket ->
                        world.fakes().accelevents().event(SampleData.EVENT).delete(ticket.id()));
        Files.delete(folder.resolve("w.db"));
        Files.delete(folder.resolve("w.db.key"));
        Terminal live = world.run("go-live", "--canary", "2", "--json");

        assertThat(live.status()).as(live.err()).isZero();
        assertThat(attendees()).hasSize(6);
    }

    @Test
    void itSaysThatRealPeopleAreMailed() {
        Terminal live = goLive("--canary", "2");

        assertThat(live.err()).contains("Mails go to REAL PEOPLE");
        assertThat(live.json()).containsEntry("mailsTo", "members");
    }

    @Test
    void aBuyerMakesItARehearsal() {
        world.with("    ticketTypes", "    buyer: {name: Otto Organiser, email: otto@example.org}\n    ticketTypes");
        Terminal doctor = world.run("doctor", "--json");
        Terminal live = goLive("--canary", "2");

        assertThat(doctor.json()).containsEntry("mailsTo", "buyer");
        assertThat(doctor.err()).contains("6  mails would go to the buyer").doesNotContain("otto@example.org");
        assertThat(live.err()).contains("A rehearsal", "not documented");
        assertThat(world.fakes().accelevents().event(SampleData.EVENT).mails())
                .allSatisfy(mail -> assertThat(mail.to()).isEqualTo("otto@example.org"));
    }
}
