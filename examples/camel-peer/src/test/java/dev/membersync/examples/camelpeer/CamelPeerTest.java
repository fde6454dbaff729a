package dev.membersync.examples.camelpeer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.FakeTicket;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The peer does the work that it is compared by, against both fakes and a real PostgreSQL. */
class CamelPeerTest {
    private static final String SECRET = "a-secret-of-the-test";
    private static final int MEMBERS = 120;

    private static EmbeddedPostgres postgres;
    private static int schemas;

    private final FakeMemberships memberships = FakeMemberships.builder().build();
    private final FakeAccelevents accelevents = FakeAccelevents.builder().build();
    private final FakeEvent event = accelevents.event("summit");
    private final FakeServer left = FakeServer.start(memberships, 0);
    private final FakeServer right = FakeServer.start(accelevents, 0);
    private String database;

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void furnish() throws Exception {
        String server = postgres.getJdbcUrl("postgres", "postgres");
        String schema = "s" + ++schemas;
        try (Connection connection = DriverManager.getConnection(server)) {
            connection.createStatement().execute("create schema " + schema);
        }
        database = server + "&currentSchema=" + schema;
        event.addTicketType("General Admission", "0", 1_000);
        event.addTicketType("VIP", "0", 1_000);
        event.putField(FakeField.attribute("Member ID"));
        event.putField(FakeField.attribute("Organization"));
        event.putField(FakeField.question("Membership Status"));
        for (int i = 1; i <= MEMBERS; i++) {
            memberships
                    .members()
                    .add(FakeMember.of("m" + i, "person" + i + "@example.org", "Ada Number" + i)
                            .withStatus("active")
                            .withPlan(i % 10 == 0 ? "gold" : "basic"));
        }
    }

    @AfterEach
    void close() {
        left.close();
        right.close();
    }

    @Test
    void firstLoadMakesOneTicketForEachMemberAsDocumented() throws Exception {
        run(Setting.DOCUMENTED);

        assertThat(memberIds()).hasSize(MEMBERS).doesNotHaveDuplicates();
    }

    @Test
    void firstLoadMakesOneTicketForEachMemberWhenKeysAreAddedLate() throws Exception {
        run(Setting.LAZY);

        assertThat(memberIds()).hasSize(MEMBERS).doesNotHaveDuplicates();
    }

    @Test
    void firstLoadMakesOneTicketForEachMemberWithCare() throws Exception {
        run(Setting.CAREFUL);

        assertThat(memberIds()).hasSize(MEMBERS).doesNotHaveDuplicates();
    }

    @Test
    void ticketFollowsPlanStatusAndName() throws Exception {
        run(Setting.DOCUMENTED);

        FakeTicket ticket = ticketOf("m10");
        assertThat(event.ticketType("VIP").orElseThrow().id()).isEqualTo(ticket.typeId());
        assertThat(List.of(ticket.firstName(), ticket.lastName(), ticket.answer("Membership Status")))
                .containsExactly("Ada", "Number10", "active");
    }

    @Test
    void secondRunSendsNothingInAnySetting() throws Exception {
        for (Setting setting : Setting.values()) {
            run(setting);
            accelevents.writes().clear();

            run(setting);

            assertThat(accelevents.writes().count()).as(setting.name()).isZero();
        }
    }

    @Test
    void changedNameArrivesAndOtherAnswersStay() throws Exception {
        run(Setting.CAREFUL);
        event.answer(ticketOf("m7").id(), "Organization", "Example Society");
        memberships.members().rename("m7", "Grace Other");

        run(Setting.CAREFUL);

        FakeTicket ticket = ticketOf("m7");
        assertThat(List.of(ticket.firstName(), ticket.lastName(), ticket.answer("Organization")))
                .containsExactly("Grace", "Other", "Example Society");
        assertThat(memberIds()).hasSize(MEMBERS);
    }

    @Test
    void changeBackArrivesToo() throws Exception {
        run(Setting.CAREFUL);
        memberships.members().rename("m7", "Grace Other");
        run(Setting.CAREFUL);
        memberships.members().rename("m7", "Ada Number7");

        run(Setting.CAREFUL);

        assertThat(ticketOf("m7").firstName()).isEqualTo("Ada");
    }

    @Test
    void memberWithoutAddressIsDeadLetterAndCostsNoCall() throws Exception {
        memberships.members().add(FakeMember.of("m999", null, "No Address").withStatus("active"));

        run(Setting.DOCUMENTED);

        try (Connection connection = DriverManager.getConnection(database);
                var rows = connection.createStatement().executeQuery("select member from camel_dead_letter")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("m999");
        }
        assertThat(event.orders()).hasSize(MEMBERS);
    }

    @Test
    void hookBringsOneMember() throws Exception {
        try (CamelPeer peer = CamelPeer.start(settings(Setting.CAREFUL, true))) {
            peer.load();
            memberships.members().rename("m3", "Grace Hooked");

            assertThat(deliver(peer, "m3", SECRET)).isEqualTo(202);
        }
        // A stop finishes what was accepted.
        assertThat(ticketOf("m3").lastName()).isEqualTo("Hooked");
    }

    @Test
    void hookWithAnotherSecretIsRefused() throws Exception {
        try (CamelPeer peer = CamelPeer.start(settings(Setting.LAZY, true))) {
            assertThat(deliver(peer, "m3", "another-secret")).isEqualTo(401);
        }
    }

    private int deliver(CamelPeer peer, String userId, String secret) throws Exception {
        byte[] body = ("{\"system\":\"memberships\",\"id\":\"" + userId + "\",\"timestamp\":\"" + Instant.now() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + peer.port() + "/hooks/generic"))
                .header(HookCheck.HEADER, "sha256=" + HexFormat.of().formatHex(mac.doFinal(body)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private void run(Setting setting) throws Exception {
        try (CamelPeer peer = CamelPeer.start(settings(setting, false))) {
            peer.load();
        }
    }

    private Settings settings(Setting setting, boolean live) {
        return Settings.parse(
                "--memberships",
                left.url(),
                "--membershipsKey",
                FakeMemberships.DEFAULT_KEY,
                "--accelevents",
                right.url(),
                "--acceleventsKey",
                FakeAccelevents.DEFAULT_KEY,
                "--event",
                "summit",
                "--database",
                database,
                "--rate",
                "10000/1",
                "--workers",
                "8",
                "--mode",
                live ? "live" : "once",
                "--hooks",
                "0",
                "--hookSecret",
                SECRET,
                "--setting",
                setting.name());
    }

    private List<String> memberIds() {
        return event.attendees().stream()
                .map(ticket -> ticket.answer("Member ID"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private FakeTicket ticketOf(String userId) {
        return event.attendees().stream()
                .filter(ticket -> ticket.answer("Member ID").equals(userId))
                .findFirst()
                .orElseThrow();
    }
}
