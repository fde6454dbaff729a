package dev.membersync.sync.cluster;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.http.Headers;
import dev.membersync.client.time.Time;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.database.Postgres;
import dev.membersync.sync.PlannedOperation;
import dev.membersync.sync.SyncListener;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.sync.intake.HookAnswer;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeEvent;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeMember;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.FakeTicket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tenants with a pair of services each, and nodes on one database. */
final class Town implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(3);
    private static final String SECRET = "0123456789abcdef0123";

    final Map<String, Quarter> quarters = new LinkedHashMap<>();
    final Queue<String> news = new ConcurrentLinkedQueue<>();
    final Bell bell = new Bell();
    final String database = Postgres.freshUrl();
    private final List<Cluster> nodes = new ArrayList<>();

    Town(int tenants, int members) {
        for (int i = 0; i < tenants; i++) {
            quarters.put("t" + i, new Quarter(members));
        }
    }

    /** One tenant. */
    static final class Quarter implements AutoCloseable {
        final String store = Postgres.freshUrl();
        final FakeMemberships memberships =
                FakeMemberships.builder().time(InstantSource.system()).build();
        final FakeAccelevents accelevents = FakeAccelevents.builder()
                .time(InstantSource.system())
                .event("gala")
                .build();
        final FakeEvent event = accelevents.event("gala");
        private final FakeServer left = FakeServer.start(memberships, 0);
        private final FakeServer right = FakeServer.start(accelevents, 0);

        private Quarter(int members) {
            event.addTicketType("General Admission", "0", 100_000);
            event.putField(FakeField.attribute("Member ID"));
            event.putField(FakeField.question("Membership Status"));
            event.putField(FakeField.question("Standing"));
            for (int i = 0; i < members; i++) {
                join(i);
            }
        }

        void join(int i) {
            memberships
                    .members()
                    .add(FakeMember.of("m" + i, "m" + i + "@example.com", "Ada Person" + i)
                            .withStatus("active"));
        }

        List<String> attendees() {
            return event.attendees().stream()
                    .map((FakeTicket ticket) -> ticket.answer("Member ID"))
                    .toList();
        }

        String lastName(String userId) {
            return event.attendees().stream()
                    .filter(ticket -> ticket.answer("Member ID").equals(userId))
                    .map(FakeTicket::lastName)
                    .findFirst()
                    .orElse("");
        }

        /** What a node is given of it. */
        TenantConfig config(String statusField) {
            return config(statusField, FakeMemberships.DEFAULT_KEY);
        }

        TenantConfig config(String statusField, String apiKey) {
            return TenantConfig.parse(
                    "tenant.yaml",
                    """
                    memberships: {baseUrl: '%s', apiKey: '%s', rate: {calls: 100000, per: 10s}}
                    accelevents: {baseUrl: '%s', apiKey: '%s', eventUrl: gala, rate: {calls: 100000, per: 10s}}
                    store: {url: '%s', key: 'a long random text for this test'}
                    live: {hooks: {secret: '%s'}}
                    workflows:
                      - template: members-to-attendees
                        ticketTypes: {'*': General Admission}
                        fields: {memberId: Member ID, memberStatus: %s}
                    """.formatted(
                            left.url(), apiKey, right.url(), FakeAccelevents.DEFAULT_KEY, store, SECRET, statusField),
                    Map.of());
        }

        @Override
        public void close() {
            left.close();
            right.close();
        }
    }

    Quarter quarter(String tenant) {
        return quarters.get(tenant);
    }

    /** A node of all tenants, as most tests want it. */
    Cluster node(String name) {
        return node(name, builder -> {}, "Membership Status");
    }

    interface Change {
        void make(ClusterBuilder builder);
    }

    Cluster node(String name, Change change, String statusField) {
        ClusterBuilder builder = bare(name);
        quarters.forEach((tenant, quarter) -> builder.tenant(tenant, quarter.config(statusField)));
        change.make(builder);
        return kept(builder.build());
    }

    ClusterBuilder bare(String name) {
        return Cluster.builder()
                .database(database)
                .node(name)
                .lease(LEASE)
                .time(Time.system())
                .tenantListener(tenant -> new SyncListener() {
                    @Override
                    public void done(PlannedOperation operation) {
                        bell.ring();
                    }
                })
                .listener(event -> {
                    news.add(name + " " + event.getClass().getSimpleName() + " " + event.tenant());
                    bell.ring();
                });
    }

    Cluster kept(Cluster node) {
        nodes.add(node);
        return node;
    }

    /** Gives the generic hook of a node the name of a member. */
    static HookAnswer hook(Cluster node, String tenant, String userId) {
        byte[] body = ("{\"system\": \"memberships\", \"id\": \"" + userId + "\", \"timestamp\": \""
                        + InstantSource.system().instant() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Secret.of(SECRET).reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            Headers headers = Headers.of(Map.of(
                    "X-Membersync-Signature", List.of("sha256=" + HexFormat.of().formatHex(mac.doFinal(body)))));
            return node.hooks(tenant).handle("POST", Delivery.of(headers, body).at("/hooks/generic"));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    boolean everybodyIsIn() throws InterruptedException {
        return bell.until(() -> quarters.values().stream()
                .allMatch(quarter -> quarter.attendees().size()
                        >= quarter.memberships.members().count()));
    }

    /** How many tenants a node has. */
    static long held(ClusterStatus status, Cluster node) {
        return status.shifts().stream()
                .filter(shift -> shift.holder().filter(node.id()::equals).isPresent())
                .count();
    }

    @Override
    public void close() {
        nodes.forEach(Cluster::close);
        quarters.values().forEach(Quarter::close);
    }
}
