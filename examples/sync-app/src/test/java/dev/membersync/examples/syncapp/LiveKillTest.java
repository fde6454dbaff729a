package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeDelivery;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.Operation;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F-08: the application runs live as a process of its own and is killed or paused without warning, while people edit both sides. */
@Timeout(1_800)
class LiveKillTest {
    private static final boolean HEAVY = Boolean.getBoolean("heavy");
    private static final int MEMBERS = HEAVY ? 80 : 20;
    private static final int KILLS = HEAVY ? 10 : 2;
    private static final int PAUSES = 10;
    private static final Set<String> WRITES = Set.of("orders.create", "orders.pay", "holders.update");
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int MOST_RUNS = 4;
    private static final String SECRET = "0123456789abcdef0123";
    private static final Set<Fault> UNKIND = EnumSet.of(
            Fault.DROP_BEFORE,
            Fault.DROP_AFTER,
            Fault.STATUS_AFTER_EFFECT,
            Fault.STATUS_BEFORE,
            Fault.UNPROCESSABLE_AFTER_EFFECT,
            Fault.TRUNCATED_BODY);

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(3);
    private final AtomicReference<String> url = new AtomicReference<>("");
    private final AtomicInteger sent = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeMemberships memberships = FakeMemberships.builder()
            .highLevel("loc1", "comp1")
            .time(InstantSource.system())
            .apiKey("key", "contacts.readonly", "contacts.write", "locations/customFields.readonly")
            .build();
    private final FakeAccelevents accelevents = FakeAccelevents.builder()
            .time(InstantSource.system())
            .apiKey("events-key")
            .event("spring-summit")
            .faults(FaultPlan.share(0.1, 5, UNKIND).on("orders.create", "orders.pay", "holders.update"))
            .build();
    private final FakeEvent event = accelevents.event("spring-summit");

    @Test
    @Tag("heavy")
    void killedAgainAndAgainOnSqliteItNeitherDoublesNorLosesAnybody() throws Exception { // F-08
        killedAgainAndAgain("jdbc:sqlite:" + folder.resolve("membersync.db"));
    }

    @Test
    void killedAgainAndAgainOnPostgresqlItNeitherDoublesNorLosesAnybody() throws Exception { // F-08
        try (EmbeddedPostgres server = postgres()) {
            killedAgainAndAgain(url(server));
        }
    }

    /** One is paused in the middle of a write, loses what it held to the other, and goes on as if nothing had happened. */
    @Test
    @Tag("heavy")
    void twoProcessesOnOnePostgresqlWhoseLeasesExpireNeitherDoubleNorLoseAnybody() throws Exception { // F-31, F-71
        try (EmbeddedPostgres server = postgres()) {
            furnish();
            Path other = Files.createDirectory(folder.resolve("other"));
            Victim first = new Victim(folder, List.of(), Map.of());
            Victim second = new Victim(other, List.of(), Map.of());
            try (FakeServer members = FakeServer.start(first.watching(memberships), 0);
                    FakeServer events = FakeServer.start(first.watching(accelevents), 0)) {
                configure(url(server), members.url(), events.url());
                Files.copy(folder.resolve("membersync.yaml"), other.resolve("membersync.yaml"));
                Process process = first.live(url);
                for (int round = 1; round <= PAUSES; round++) {
                    int edits = round;
                    pauseInAWrite(process, server, () -> people(edits));
                    second.run("sync");
                    signal("CONT", process);
                    assertThat(identities()).as("after pause %s", round).doesNotHaveDuplicates();
                }
                accelevents.faults(FaultPlan.none());
                process.getOutputStream().close();
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                everythingIsInStep(second);
            }
        }
    }

    /** Stops the process while the service answers its write, and ends its leases; not where it stands in a transaction. */
    private void pauseInAWrite(Process process, EmbeddedPostgres server, Runnable edits) throws Exception {
        Runnable next = edits;
        int expired = 0;
        while (expired == 0) {
            CountDownLatch stopped = new CountDownLatch(1);
            accelevents.faults((operation, call, request) -> {
                if (WRITES.contains(operation.id()) && stopped.getCount() > 0) {
                    signal("STOP", process);
                    stopped.countDown();
                }
                return Optional.empty();
            });
            next.run();
            assertThat(stopped.await(60, TimeUnit.SECONDS)).isTrue();
            expired = expireLeases(server);
            if (expired == 0) {
                signal("CONT", process);
                next = () -> rename("Again");
            }
        }
    }

    private static void signal(String name, Process process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As if so much time had passed. @return how many; none where the paused process keeps a lock of the store */
    private static int expireLeases(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET lock_timeout='300ms'");
            statement.execute("LOCK TABLE sync_meta");
            int expired = statement.executeUpdate("UPDATE sync_work SET lease_until=0 WHERE lease_until IS NOT NULL");
            connection.commit();
            return expired;
        } catch (SQLException held) {
            assertThat(held.getSQLState()).isEqualTo(LOCK_NOT_AVAILABLE);
            return 0;
        }
    }

    private static EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static String url(EmbeddedPostgres server) {
        return server.getJdbcUrl("postgres", "postgres") + "&sslmode=disable";
    }

    private void killedAgainAndAgain(String store) throws Exception {
        furnish();
        Victim victim = new Victim(folder, List.of(), Map.of());
        try (FakeServer members = FakeServer.start(victim.watching(memberships), 0);
                FakeServer events = FakeServer.start(victim.watching(accelevents), 0)) {
            configure(store, members.url(), events.url());
            for (int kill = 1; kill <= KILLS; kill++) {
                Process process = victim.live(url);
                victim.awaitRequests(random.nextInt(1, kill == 1 ? 60 : 15), Duration.ofSeconds(5));
                people(kill);
                victim.awaitRequests(random.nextInt(1, 15), Duration.ofSeconds(1));
                process.destroyForcibly().waitFor();
                assertThat(identities()).as("after kill %s", kill).doesNotHaveDuplicates();
            }
            accelevents.faults(FaultPlan.none());
            Process last = victim.live(url);
            people(KILLS + 1);
            victim.awaitRequests(3 * MEMBERS, Duration.ofSeconds(5));
            last.getOutputStream().close();
            assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
            everythingIsInStep(victim);
        }
    }

    /** Some change their names, others write what is not mapped, and somebody joins. */
    private void people(int round) {
        rename("Left" + round);
        event.attendees().stream()
                .filter(ticket -> Integer.parseInt(ticket.answer("Member ID").substring(1)) % 3 == 1)
                .forEach(ticket -> event.answer(ticket.id(), "Notes", "round " + round));
        memberships.members().add(member(MEMBERS + round));
    }

    private void rename(String firstName) {
        for (int i = 0; i < MEMBERS; i += 3) {
            memberships.members().rename("m" + i, firstName + " Person" + i);
        }
    }

    private void everythingIsInStep(Victim victim) throws Exception {
        int exit = victim.run("sync");
        for (int run = 1; run < MOST_RUNS && exit != 0; run++) {
            exit = victim.run("sync");
        }
        assertThat(exit).isZero();
        assertThat(identities())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(memberships.members().all().stream()
                        .map(FakeMember::userId)
                        .toList());
        assertThat(event.attendees())
                .allSatisfy(ticket -> assertThat(ticket.firstName() + " " + ticket.lastName())
                        .isEqualTo(memberships
                                .members()
                                .find(ticket.answer("Member ID"))
                                .orElseThrow()
                                .fullName()));
        List<Long> writes = writesSent();
        assertThat(victim.run("sync")).isZero();
        assertThat(writesSent()).isEqualTo(writes);
    }

    private List<String> identities() {
        return event.attendees().stream()
                .map((FakeTicket ticket) -> ticket.answer("Member ID"))
                .toList();
    }

    private List<Long> writesSent() {
        return Stream.concat(
                        accelevents.operations().stream()
                                .filter(operation -> operation.kind() == Operation.Kind.WRITE)
                                .map(operation -> accelevents.requests().count(operation.id())),
                        Stream.of(memberships.requests().count("contacts.update")))
                .map(Number::longValue)
                .toList();
    }

    private static FakeMember member(int number) {
        return FakeMember.of("m" + number, "m" + number + "@example.com", "First Person" + number)
                .withStatus("active");
    }

    private void furnish() {
        event.addTicketType("General Admission", "0", 100_000);
        event.putField(FakeField.question("Membership Status"));
        event.putField(FakeField.attribute("Member ID"));
        event.putField(FakeField.question("Notes"));
        for (int i = 0; i < MEMBERS; i++) {
            memberships.members().add(member(i));
        }
        memberships.webhooks().deliverTo(delivery -> post(delivery, "/hooks/memberships"));
        accelevents
                .webhooks()
                .registerAll(URI.create("http://127.0.0.1:1/hooks/accelevents/" + SECRET))
                .deliverTo(delivery -> post(delivery, "/hooks/accelevents/" + SECRET));
    }

    /** One of three is lost, one of three comes twice. */
    private int post(FakeDelivery delivery, String path) {
        int number = sent.incrementAndGet() % 3;
        if (number == 1) {
            send(delivery, path);
        }
        return number == 0 ? 0 : send(delivery, path);
    }

    private int send(FakeDelivery delivery, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.get() + path))
                .timeout(Duration.ofSeconds(5))
                .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()));
        delivery.headers().forEach(request::setHeader);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | IllegalArgumentException nobodyThere) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private void configure(String store, String membershipsUrl, String acceleventsUrl) throws IOException {
        Files.writeString(folder.resolve("membersync.yaml"), """
                memberships:
                  profile: highlevel
                  locationId: loc1
                  members: {only: {tag: member}, status: 'field:membership_status'}
                  baseUrl: "%s"
                  apiKey: "key"
                  rate: {calls: 100000, per: 10s}
                accelevents: {baseUrl: "%s", apiKey: "events-key", eventUrl: "spring-summit", rate: {calls: 100000, per: 10s}}
                store: {url: "%s", key: "a long random text for this test"}
                live: {port: 0, pollEvery: 1s, hooks: {secret: "%s", publicKey: "%s"}}
                workflows:
                  - template: members-to-attendees
                    ticketTypes: {"*": "General Admission"}
                    guards: {creates: 100000, changes: "100%% and 100000"}
                """.formatted(
                        membershipsUrl,
                        acceleventsUrl,
                        store,
                        SECRET,
                        memberships.webhooks().publicKey()));
    }
}
