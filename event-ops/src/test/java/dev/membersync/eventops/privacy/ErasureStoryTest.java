package dev.membersync.eventops.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.eventops.config.ErasureConfig;
import dev.membersync.eventops.config.PrivacyOffice;
import dev.membersync.eventops.privacy.ErasurePolicy.ContactEnd;
import dev.membersync.eventops.privacy.SystemResult.Outcome;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.FakeTicket;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person is erased from the fakes of both services and from a SQLite store, over the wire and through a file. */
class ErasureStoryTest {
    private static final String EVENT = "spring-summit";
    private static final String USER = "canaryuser4711";
    private static final String EMAIL = "canary.mail@example.org";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private enum Profile {
        STANDARD,
        HIGHLEVEL
    }

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private Profile profile = Profile.STANDARD;
    private ErasurePolicy policy = ErasurePolicy.standard("data protection officer");
    private FakeMemberships memberships;
    private FakeAccelevents accelevents;
    private FakeEvent event;
    private FakeServer left;
    private FakeServer right;
    private Tenant tenant;
    private PrivacyOffice office;

    private void open(Profile which) {
        profile = which;
        FakeMemberships.Builder builder = FakeMemberships.builder()
                .apiKey(
                        "members-key",
                        "users.readonly",
                        "contacts.readonly",
                        "contacts.write",
                        "locations/customFields.readonly");
        memberships = which == Profile.STANDARD
                ? builder.build()
                : builder.highLevel("loc1", "comp1").build();
        accelevents =
                FakeAccelevents.builder().apiKey("events-key").event(EVENT).build();
        event = accelevents.event(EVENT);
        event.addTicketType("General Admission", "0", 1_000);
        event.putField(FakeField.question("Membership Status"));
        event.putField(FakeField.attribute("Member ID"));
        event.putField(FakeField.question("Dietary needs"));
        join(USER, EMAIL, "Canary Person");
        join("otheruser0815", "other@example.org", "Other Person");
        left = FakeServer.start(memberships, 0);
        right = FakeServer.start(accelevents, 0);
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        reopen();
        tenant.engine().sync();
        event.answer(ticket("Canary").id(), "Dietary needs", "canary peanuts");
        event.boxOffice()
                .keep(
                        ticket("Canary").id(),
                        "nestedQuestions",
                        Map.of("id", 5, "name", "Which?", "value", "canary nuts"));
        tenant.engine().sync();
    }

    private void join(String userId, String email, String name) {
        memberships.members().add(FakeMember.of(userId, email, name).withStatus("active"));
    }

    private void reopen() {
        String members = profile == Profile.STANDARD
                ? ""
                : ", profile: highlevel, locationId: loc1, members: {only: {tag: member}, status:"
                        + " 'field:membership_status', plan: 'field:membership_plan'}";
        String yaml = String.join(
                "\n",
                "memberships: {baseUrl: '" + left.url() + "', apiKey: members-key, rate: {calls: 1000, per: 1s}"
                        + members + "}",
                "accelevents: {baseUrl: '" + right.url() + "', apiKey: events-key, eventUrl: " + EVENT
                        + ", rate: {calls: 1000, per: 1s}}",
                "store: {url: 'jdbc:sqlite:" + folder.resolve("t.db") + "'}",
                "workflows:",
                "  - template: members-to-attendees",
                "    fields: {memberStatus: Membership Status, memberId: Member ID}",
                "    ticketTypes: {'*': General Admission}");
        tenant = Tenant.open(TenantConfig.parse("tenant.yaml", yaml, Map.of()));
        ErasureConfig config =
                new ErasureConfig("erase", EVENT, 0, policy, folder.resolve("erasures"), Retention.STANDARD);
        office = PrivacyOffice.open(tenant, config, now::get, new SplittableRandom(7));
    }

    @AfterEach
    void close() {
        System.setErr(err);
        tenant.close();
        left.close();
        right.close();
    }

    private FakeTicket ticket(String firstName) {
        return event.attendees().stream()
                .filter(ticket -> ticket.firstName().equals(firstName))
                .findFirst()
                .orElseThrow();
    }

    private Receipt erase() {
        office.request(USER);
        assertThat(office.advance(USER).orElseThrow().isDone()).isFalse();
        now.set(now.get().plus(policy.grace()));
        return office.advance(USER).orElseThrow().receipt().orElseThrow();
    }

    private static List<String> canaries(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("canary") ? List.of(text) : List.of();
    }

    /** Every value of every row of every table. */
    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("t.db"));
                Statement statement = database.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery("SELECT name FROM sqlite_master WHERE type='table'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                    while (row.next()) {
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            rows.add(table + ": " + new String(bytes(row, i), StandardCharsets.UTF_8));
                        }
                    }
                }
            }
        }
        return rows;
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }

    private void assertNothingIsLeft() throws Exception {
        assertThat(event.tickets())
                .flatExtracting(ticket -> canaries(ticket.toString()))
                .isEmpty();
        assertThat(event.orders())
                .flatExtracting(order -> canaries(order.purchaser().toString()))
                .isEmpty();
        if (profile == Profile.HIGHLEVEL) {
            assertThat(memberships.contacts().all())
                    .flatExtracting(contact -> canaries(contact.toString()))
                    .isEmpty();
        }
        assertThat(canaries(log.toString(StandardCharsets.UTF_8))).isEmpty();
        tenant.close();
        assertThat(rows()).flatExtracting(ErasureStoryTest::canaries).isEmpty();
        reopen();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("F-54 after an erasure no store, log or service holds the person, and nothing brings the person back")
    void noMarkerOfThePersonIsLeftAnywhere(Profile which) throws Exception {
        open(which);
        int tickets = event.attendees().size();
        assertThat(rowsBefore()).isNotEmpty();

        Receipt receipt = erase();

        assertNothingIsLeft();
        assertThat(event.attendees())
                .as("nothing was deleted, so nothing was refunded")
                .hasSize(tickets);
        assertThat(event.boxOffice().refunds()).isEmpty();
        event.answer(ticket("Erased").id(), "Dietary needs", "anything");
        tenant.engine().sync();
        tenant.engine().sync();
        assertThat(event.attendees()).hasSize(tickets);
        assertNothingIsLeft();
        assertThat(canaries(receipt.text())).isEmpty();
        assertThat(ticket("Other").email()).isEqualTo("other@example.org");
    }

    @Test
    void aFieldThatNobodyKnowsIsAnOpenItem() {
        open(Profile.STANDARD);
        event.boxOffice().keep(ticket("Canary").id(), Map.of("badgeLine", "Canary of Example Ltd"));

        Receipt receipt = erase();

        assertThat(receipt.text()).contains("could not be overwritten: the field badgeLine beside the answers");
    }

    private List<String> rowsBefore() throws SQLException {
        tenant.close();
        List<String> found =
                rows().stream().filter(row -> !canaries(row).isEmpty()).toList();
        reopen();
        return found;
    }

    @ParameterizedTest
    @EnumSource
    void theReceiptNamesWhatBecameOfEachSystem(Profile which) throws Exception {
        open(which);

        Receipt receipt = erase();

        assertThat(Files.readString(folder.resolve("erasures").resolve(receipt.fileName())))
                .isEqualTo(receipt.text());
        assertThat(receipt.text())
                .contains(
                        "\"system\": \"accelevents " + EVENT + "\"",
                        "\"system\": \"memberships\"",
                        "\"system\": \"signed tickets\"",
                        "\"system\": \"store\"",
                        "the holder's answers are overwritten",
                        "the buyer's answers are overwritten",
                        "\"owner\": \"data protection officer\"",
                        "\"due\": \"2026-04-01\"",
                        ErasureSaga.NOTE);
        assertThat(receipt.text().contains("documents no way to delete a user")).isEqualTo(which == Profile.STANDARD);
        assertThat(new Receipts(tenant.key()).broken(List.of(receipt.text()))).isEmpty();
        assertThat(new Receipts(tenant.key())
                        .broken(List.of(receipt.text().replace("ERASED", "KEPT").replace("2026-04", "2027-04"))))
                .hasValue(1);
    }

    @Test
    void anAnonymisedContactKeepsItsIdAlone() throws Exception {
        policy = new ErasurePolicy(
                Duration.ZERO, ErasurePolicy.Keep.NOTHING, ContactEnd.ANONYMISE, true, "owner", "example.invalid");
        open(Profile.HIGHLEVEL);
        office.request(USER);

        Receipt receipt = office.advance(USER).orElseThrow().receipt().orElseThrow();

        assertThat(receipt.text()).contains("the member is erased");
        String contact = memberships.contacts().find(USER).orElseThrow().toString();
        assertThat(canaries(contact.replace(USER, ""))).isEmpty();
        assertThat(contact).contains("@example.invalid");
    }

    @Test
    void anErasureIsTakenBackDuringItsGrace() {
        open(Profile.STANDARD);
        office.request(USER);
        office.advance(USER);
        memberships.members().rename(USER, "Canary Renamed");
        tenant.engine().sync();
        assertThat(ticket("Canary").lastName()).isEqualTo("Person");

        assertThat(office.cancel(USER)).isTrue();

        tenant.engine().sync();
        assertThat(ticket("Canary").lastName()).isEqualTo("Renamed");
        assertThat(office.cancel(USER)).isFalse();
    }

    @Test
    void aRehearsalWritesNothingAndCountsTheTickets() {
        open(Profile.STANDARD);
        int writes = accelevents.writes().count() + memberships.writes().count();

        List<SystemResult> plan = office.plan(USER);

        assertThat(plan)
                .extracting(SystemResult::system, SystemResult::outcome, SystemResult::count)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("accelevents " + EVENT, Outcome.ERASED, 1L),
                        org.assertj.core.groups.Tuple.tuple("memberships", Outcome.OPEN, 1L));
        assertThat(accelevents.writes().count() + memberships.writes().count()).isEqualTo(writes);
        memberships.members().rename(USER, "Canary Renamed");
        tenant.engine().sync();
        assertThat(ticket("Canary").lastName()).isEqualTo("Renamed");
    }

    @ParameterizedTest
    @EnumSource
    void anExportShowsWhatAllSystemsHoldToItsOwnerAlone(Profile which) throws Exception {
        open(which);

        Path file = office.export(USER, folder.resolve("exports"), "export.json");

        assertThat(Files.readString(file))
                .contains(EMAIL, "Canary", "canary peanuts", USER, "\"operation\": \"CREATE\"")
                .doesNotContain("other@example.org", "otheruser0815");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void paymentsAreKeptInAFileOfTheirOwnWhereThePolicySaysSo() throws Exception {
        policy = new ErasurePolicy(
                Duration.ofHours(1), ErasurePolicy.Keep.PAYMENTS, ContactEnd.DELETE, true, "owner", "example.invalid");
        open(Profile.STANDARD);

        Receipt receipt = erase();

        assertThat(Files.readString(folder.resolve("erasures").resolve("kept-" + receipt.id() + ".json")))
                .contains(EMAIL);
        assertThat(receipt.text()).contains("kept-" + receipt.id() + ".json");
    }
}
