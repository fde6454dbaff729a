package dev.membersync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.membersync.client.auth.FileTokenStore;
import dev.membersync.client.auth.Grant;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.auth.StoredGrant;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.http.Headers;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.sync.Counts;
import dev.membersync.sync.LiveSync;
import dev.membersync.sync.SyncListener;
import dev.membersync.sync.intake.HookHandler;
import dev.membersync.sync.mapping.MappingException;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.store.Fingerprint;
import dev.membersync.sync.store.JdbcStore;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.Scope;
import dev.membersync.sync.store.StoreException;
import dev.membersync.sync.store.StoreKey;
import dev.membersync.sync.store.TicketSighting;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.SampleData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantTest {
    @TempDir
    private Path folder;

    private FakeServer left;
    private FakeServer right;

    @BeforeEach
    void startServices() {
        FakeMemberships memberships = FakeMemberships.builder().build();
        FakeAccelevents accelevents = FakeAccelevents.builder().build();
        SampleData data = SampleData.of(1, 15);
        data.loadInto(memberships);
        data.loadInto(accelevents);
        left = FakeServer.start(memberships, 0);
        right = FakeServer.start(accelevents, 0);
    }

    @AfterEach
    void stopServices() {
        left.close();
        right.close();
    }

    @Test
    void everythingInPlaceIsGood() {
        try (Tenant tenant = open(SampleData.EVENT, FakeMemberships.DEFAULT_KEY, "ticketTypes: {'*': VIP}")) {
            assertThat(tenant.doctor().examine()).allMatch(finding -> finding.level() == Finding.Level.GOOD);
        }
    }

    @Test
    void aStoreThatTakesNoWritesIsWrong() throws SQLException {
        try (Tenant tenant = open(SampleData.EVENT, FakeMemberships.DEFAULT_KEY, "ticketTypes: {'*': VIP}")) {
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("t.db"))) {
                other.createStatement()
                        .execute("CREATE TRIGGER closed BEFORE INSERT ON sync_meta BEGIN"
                                + " SELECT RAISE(ABORT, 'read only'); END");
            }

            assertThat(messages(tenant, Finding.Level.WRONG))
                    .singleElement()
                    .asString()
                    .contains("t.db failed: ", "read only");
        }
    }

    @Test
    void aFileThatKeepsNothingInStepIsRefusedWithWhatToAdd() {
        TenantConfig config = TenantConfig.parse(
                "membersync.yaml", """
                memberships: {baseUrl: "%s", apiKey: "k"}
                accelevents: {baseUrl: "%s", apiKey: "k", eventUrl: "spring-summit"}
                store: {url: "jdbc:sqlite:%s"}
                workflows: [{template: nightly-reconciliation, into: reports}]
                """.formatted(left.url(), right.url(), folder.resolve("alone.db")), Map.of());

        assertThatThrownBy(() -> Tenant.open(config))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("membersync.yaml", "workflows", "template: members-to-attendees");
    }

    @Test
    void aClockThatIsYearsOffIsWrong() {
        ManualTime past = ManualTime.at(Instant.parse("2001-01-01T00:00:00Z"));
        try (Tenant tenant = Tenant.open(
                config(SampleData.EVENT, FakeMemberships.DEFAULT_KEY, "ticketTypes: {'*': VIP}", ""),
                new SyncListener() {},
                past)) {
            assertThat(messages(tenant, Finding.Level.WRONG))
                    .hasSize(2)
                    .allMatch(message -> message.contains("ahead of this machine's"));
        }
    }

    @Test
    void theFirstGenuineDeliveryToAHookIsRemembered() {
        String secret = "a-secret-of-the-tests";
        String hooks = "ticketTypes: {'*': VIP}\nlive: {hooks: {secret: " + secret + "}}";
        Delivery delivery = Delivery.of(Headers.none(), "{}".getBytes(StandardCharsets.UTF_8));
        try (Tenant tenant = open(SampleData.EVENT, FakeMemberships.DEFAULT_KEY, hooks);
                LiveSync live = tenant.live()) {
            HookHandler handler = tenant.hooks(live);
            handler.handle("POST", delivery.at("/hooks/accelevents/another-secret-of-tests"));
            assertThat(tenant.remembered("genuine /hooks/accelevents")).isEmpty();

            handler.handle("POST", delivery.at("/hooks/accelevents/" + secret));

            assertThat(tenant.remembered("genuine /hooks/accelevents")).isPresent();
            assertThat(tenant.remembered("genuine /hooks/generic")).isEmpty();
        }
    }

    @Test
    void callsAreCountedByService() {
        try (Tenant tenant = open(SampleData.EVENT, FakeMemberships.DEFAULT_KEY, "ticketTypes: {'*': VIP}")) {
            tenant.doctor().examine();

            assertThat(tenant.calls()).isEqualTo(new Calls(1, 2, 0));
        }
    }

    @Test
    void aTicketTypeThatIsNotThereIsNamedWithTheNearest() {
        try (Tenant tenant = open(SampleData.EVENT, FakeMemberships.DEFAULT_KEY, "ticketTypes: {'*': VIPP}")) {
            assertThat(messages(tenant, Finding.Level.WRONG))
                    .singleElement()
                    .asString()
                    .contains("workflows[0].ticketTypes: *: the event has no", "\"VIPP\"", "\"VIP\"");
        }
    }

    @Test
    void aFormFieldThatIsNotThereIsOneWarning() {
        try (Tenant tenant = open(SampleData.EVENT, FakeMemberships.DEFAULT_KEY, "fields: {memberId: Member No}")) {
            assertThat(messages(tenant, Finding.Level.WARNING))
                    .singleElement()
                    .asString()
                    .contains("no field \"Member No\"");
        }
    }

    @Test
    void anUnknownEventNamesItsKey() {
        try (Tenant tenant = open("no-such-event", FakeMemberships.DEFAULT_KEY, "moneyMoves: review")) {
            assertThat(messages(tenant, Finding.Level.REFUSED))
                    .singleElement()
                    .asString()
                    .contains("accelevents.eventUrl");
        }
    }

    @Test
    void aWrongKeyNamesItsLineAndNeverItself() {
        try (Tenant tenant = open(SampleData.EVENT, "wrong-key-canary", "moneyMoves: review")) {
            AuthException refusal = catchThrowableOfType(
                    AuthException.class, () -> tenant.engine().plan());

            assertThat(tenant.explain(refusal))
                    .contains("line 1, memberships.apiKey")
                    .doesNotContain("canary");
        }
    }

    @Test
    void aStoreBelongsToOneAtATime() {
        try (Tenant tenant = open(SampleData.EVENT, FakeMemberships.DEFAULT_KEY, "moneyMoves: review")) {
            assertThatThrownBy(() -> open(SampleData.EVENT, FakeMemberships.DEFAULT_KEY, "moneyMoves: review"))
                    .isInstanceOf(StoreException.Owned.class);
            assertThat(tenant.config().file()).isEqualTo("tenant.yaml");
        }
    }

    @Test
    void theRandomStoreKeyIsForItsOwnerOnlyAndStays() throws Exception {
        open(SampleData.EVENT, FakeMemberships.DEFAULT_KEY, "moneyMoves: review")
                .close();
        Path file = folder.resolve("t.db.key");
        String key = Files.readString(file);
        open(SampleData.EVENT, FakeMemberships.DEFAULT_KEY, "moneyMoves: review")
                .close();

        assertThat(Files.readString(file)).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aWayBackToMembersWhoCannotBeWrittenIsFoundByTheDoctorAndRefusedBeforeTheFirstRecord() {
        try (Tenant tenant = open(SampleData.EVENT, FakeMemberships.DEFAULT_KEY, "direction: both")) {
            assertThat(messages(tenant, Finding.Level.WRONG))
                    .singleElement()
                    .asString()
                    .contains("workflows[0].direction", "fullName", "let the field flow to the registration only");
            assertThatThrownBy(() -> tenant.engine().sync())
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("fullName");
        }
    }

    @Test
    void aLostKeyIsGivenUpByOneKeyOfTheFile() throws Exception {
        String guards = "guards: {creates: 5000}";
        try (Tenant tenant = open(SampleData.EVENT, FakeMemberships.DEFAULT_KEY, guards)) {
            tenant.engine().sync();
        }
        Files.delete(folder.resolve("t.db.key"));

        assertThatThrownBy(() -> open(SampleData.EVENT, FakeMemberships.DEFAULT_KEY, guards))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("store.rekey: true");

        try (Tenant tenant = open(SampleData.EVENT, FakeMemberships.DEFAULT_KEY, guards, ", rekey: true")) {
            Counts counts = tenant.engine().sync().counts();
            assertThat(counts.created() + counts.updated() + counts.linked()).isZero();
        }
        open(SampleData.EVENT, FakeMemberships.DEFAULT_KEY, guards).close();
    }

    @Test
    void aStoreWhoseLinksBelongToOtherAccountsIsRefusedBeforeAnyCall() { // F-79
        try (JdbcStore store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("t.db"))) {
            store.inTransaction(new Scope("production", "e", "", "w"), tx -> {
                Fingerprint.check(tx.meta(), "production");
                TicketRef ticket = new TicketRef("T", null, null, null);
                long row = tx.tickets().save(List.of(sighting(ticket))).get(0).row();
                tx.links().insert(new Link("a", row, Link.State.LIVE, Link.Origin.CREATED, Map.of(), "m", 1));
                return true;
            });
        }

        assertThatThrownBy(() -> open(SampleData.EVENT, FakeMemberships.DEFAULT_KEY, "moneyMoves: review"))
                .isInstanceOf(StoreException.OtherAccount.class)
                .hasMessageContaining("production")
                .hasMessageContaining(right.url().toString());
    }

    private static TicketSighting sighting(TicketRef ticket) {
        return new TicketSighting(
                ticket,
                Optional.empty(),
                Map.of(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                1);
    }

    @Test
    void tokensOfAnEarlierVersionMoveIntoTheStore() throws Exception {
        Path old = folder.resolve("t.db.tokens");
        StoredGrant grant = StoredGrant.of(Grant.of(Secret.of("access")).refreshToken(Secret.of("refresh")));
        Tenant.open(oauth()).close();
        String account = oauth().memberships().account();
        FileTokenStore.open(old).save(account, grant);
        Files.delete(folder.resolve("t.db.grants"));

        Tenant.open(oauth()).close();

        assertThat(old).doesNotExist();
        try (JdbcStore store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("t.db"))) {
            StoreKey key = StoreKey.ofFile(store.keyFile().orElseThrow(), new SecureRandom());
            assertThat(store.tokens(key, new SecureRandom()).find(account)).contains(grant);
        }
    }

    private TenantConfig oauth() {
        String yaml = String.join(
                "\n",
                "memberships: {profile: highlevel, locationId: loc1, baseUrl: '" + left.url()
                        + "', members: {only: {tag: member}},"
                        + " oauth: {clientId: c, clientSecret: s, refreshToken: r}}",
                "accelevents: {baseUrl: '" + right.url() + "', apiKey: k, eventUrl: " + SampleData.EVENT + "}",
                "store: {url: 'jdbc:sqlite:" + folder.resolve("t.db") + "'}",
                "workflows:",
                "  - template: members-to-attendees");
        return TenantConfig.parse("tenant.yaml", yaml, Map.of());
    }

    private static List<String> messages(Tenant tenant, Finding.Level level) {
        return tenant.doctor().examine().stream()
                .filter(finding -> finding.level() == level)
                .map(Finding::message)
                .toList();
    }

    private Tenant open(String event, String key, String more) {
        return open(event, key, more, "");
    }

    private Tenant open(String event, String key, String more, String store) {
        return Tenant.open(config(event, key, more, store));
    }

    private TenantConfig config(String event, String key, String more, String store) {
        String yaml = String.join(
                "\n",
                "memberships: {baseUrl: '" + left.url() + "', apiKey: " + key + ", rate: {calls: 1000, per: 1s}}",
                "accelevents: {baseUrl: '" + right.url() + "', apiKey: " + FakeAccelevents.DEFAULT_KEY + ", eventUrl: "
                        + event + ", rate: {calls: 1000, per: 1s}}",
                "store: {url: 'jdbc:sqlite:" + folder.resolve("t.db") + "'" + store + "}",
                "workflows:",
                "  - template: members-to-attendees",
                "    " + more);
        return TenantConfig.parse("tenant.yaml", yaml, Map.of());
    }
}
