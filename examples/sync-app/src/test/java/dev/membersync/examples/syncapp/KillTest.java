package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application as a process of its own, killed without warning between two unkind services. */
class KillTest {
    private static final int MEMBERS = 200;
    private static final Set<Fault> UNKIND = EnumSet.of(
            Fault.DROP_BEFORE,
            Fault.DROP_AFTER,
            Fault.LATE_APPLY,
            Fault.STATUS_AFTER_EFFECT,
            Fault.STATUS_BEFORE,
            Fault.UNPROCESSABLE_AFTER_EFFECT,
            Fault.TRUNCATED_BODY,
            Fault.TOO_MANY_WITH_RETRY_AFTER);

    @TempDir
    Path folder;

    private final FakeMemberships memberships = FakeMemberships.builder()
            .time(InstantSource.system())
            .apiKey("reading-key", "users.readonly")
            .build();
    private final AtomicReference<CountDownLatch> orders = new AtomicReference<>(new CountDownLatch(0));

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    @Timeout(300)
    void killedAgainAndAgainItNeitherDoublesNorLosesAnybody(long seed) throws Exception { // F-08
        FakeAccelevents accelevents = furnished(seed);
        FakeEvent event = accelevents.event("spring-summit");
        try (FakeServer members = FakeServer.start(memberships, 0);
                FakeServer events = FakeServer.start(
                        request -> {
                            if (request.path().endsWith("/staff/ticketing/order")) {
                                orders.get().countDown();
                            }
                            return accelevents.handle(request);
                        },
                        0)) {
            configure(members.url().toString(), events.url().toString());
            for (int kill = 1; kill <= 3; kill++) {
                killAfter(20 * kill);
            }
            int exit = run();

            assertThat(exit).isZero();
            assertEverybodyHasOneTicket(event);
            accelevents.faults(FaultPlan.none());
            // The write log may still gain a late effect of the runs before; requests are sent by this one alone.
            List<Long> sent = writesSent(accelevents);
            assertThat(run()).isZero();
            assertThat(writesSent(accelevents)).isEqualTo(sent);

            memberships
                    .members()
                    .all()
                    .forEach(member -> memberships.members().rename(member.userId(), "Renamed " + member.userId()));
            assertThat(run()).isZero();
            assertEverybodyHasOneTicket(event);
            assertThat(event.attendees())
                    .allSatisfy(ticket -> assertThat(ticket.lastName()).isEqualTo(ticket.answer("Member ID")));
        }
    }

    private static List<Long> writesSent(FakeAccelevents accelevents) {
        return accelevents.operations().stream()
                .filter(operation -> operation.kind() == Operation.Kind.WRITE)
                .map(operation -> accelevents.requests().count(operation.id()))
                .toList();
    }

    private FakeAccelevents furnished(long seed) {
        FakeAccelevents accelevents = FakeAccelevents.builder()
                .time(InstantSource.system())
                .apiKey("events-key")
                .event("spring-summit")
                .faults(FaultPlan.share(0.15, seed, UNKIND).on("orders.create", "orders.pay"))
                .build();
        FakeEvent event = accelevents.event("spring-summit");
        event.addTicketType("General Admission", "0", 100_000);
        event.putField(FakeField.question("Membership Status"));
        event.putField(FakeField.attribute("Member ID"));
        for (int i = 0; i < MEMBERS; i++) {
            String address = i % 10 == 9 ? "shared" + (i / 20) + "@example.com" : "m" + i + "@example.com";
            memberships
                    .members()
                    .add(FakeMember.of("m" + i, address, "Person " + i).withStatus("active"));
        }
        return accelevents;
    }

    private void configure(String membershipsUrl, String acceleventsUrl) throws IOException {
        Files.writeString(folder.resolve("membersync.yaml"), """
                memberships: {profile: standard, baseUrl: "%s", apiKey: "reading-key", rate: {calls: 100000, per: 10s}}
                accelevents: {baseUrl: "%s", apiKey: "events-key", eventUrl: "spring-summit", rate: {calls: 100000, per: 10s}}
                store: {url: "jdbc:sqlite:%s"}
                workflows:
                  - template: members-to-attendees
                    ticketTypes: {"*": "General Admission"}
                    guards: {changes: "100%% and 100000"}
                """.formatted(
                        membershipsUrl, acceleventsUrl, folder.resolve("membersync.db")));
    }

    private void killAfter(int placedOrders) throws Exception {
        orders.set(new CountDownLatch(placedOrders));
        Process process = start();
        CountDownLatch reached = orders.get();
        while (process.isAlive() && !reached.await(100, TimeUnit.MILLISECONDS)) {
            Thread.onSpinWait(); // a process that ends by itself places fewer orders
        }
        process.destroyForcibly().waitFor();
    }

    private int run() throws Exception {
        Process process = start();
        assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SyncApp.class.getName(),
                        "sync",
                        "--config",
                        folder.resolve("membersync.yaml").toString(),
                        "--json")
                .redirectOutput(folder.resolve("out.json").toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("err.txt").toFile()))
                .start();
    }

    private static void assertEverybodyHasOneTicket(FakeEvent event) {
        List<FakeTicket> attendees = event.attendees();
        assertThat(attendees).hasSize(MEMBERS);
        Set<String> identities =
                attendees.stream().map(ticket -> ticket.answer("Member ID")).collect(Collectors.toSet());
        assertThat(identities).hasSize(MEMBERS).doesNotContain("");
    }
}
