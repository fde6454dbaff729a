package dev.membersync.examples.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.membersync.client.http.Headers;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.sync.LiveSync;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.sync.intake.GenericHook;
import dev.membersync.sync.intake.HookAnswer;
import dev.membersync.sync.intake.HookHandler;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.FakeServer;
import dev.membersync.testkit.SampleData;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How long it takes from a webhook to the write at the other service while nothing else is going on: a member is renamed, a
 * signed hook over HTTP names him, and the holder of his ticket is read and written. Everything goes over loopback, the store
 * is SQLite with its full durability. Beside it stands the raw round trip of one GET to the same fake with the JDK's client.
 */
final class HookToWrite {
    private static final String SECRET = "a-secret-of-the-benchmark";
    private static final int WARM_UP = 200;

    private final FakeMemberships members;
    private final FakeAccelevents events;
    private final URI hook;
    private final URI raw;
    private final HttpClient client = HttpClient.newHttpClient();

    private HookToWrite(FakeMemberships members, FakeAccelevents events, URI hook, URI raw) {
        this.members = members;
        this.events = events;
        this.hook = hook;
        this.raw = raw;
    }

    /** Measures. */
    static Report run(Arguments arguments) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        FakeMemberships members = FakeMemberships.builder().build();
        FakeAccelevents events = FakeAccelevents.builder().build();
        SampleData data = SampleData.of(1, 200);
        data.loadInto(members);
        data.loadInto(events);
        Path folder = Files.createTempDirectory("membersync-benchmark");
        try (FakeServer left = FakeServer.start(members, 0);
                FakeServer right = FakeServer.start(events, 0);
                Tenant tenant = Tenant.open(config(left, right, folder))) {
            tenant.engine().sync();
            try (LiveSync live = tenant.live()) {
                HttpServer receiver = receiver(tenant.hooks(live));
                live.start();
                URI hook =
                        URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hooks/generic");
                URI raw = URI.create(left.url() + "/users/m00001");
                try {
                    return new HookToWrite(members, events, hook, raw).measure(arguments.whole("rounds"));
                } finally {
                    receiver.stop(0);
                }
            }
        }
    }

    private static TenantConfig config(FakeServer left, FakeServer right, Path folder) {
        return TenantConfig.parse(
                "benchmark.yaml",
                String.join(
                        "\n",
                        "memberships: {baseUrl: '" + left.url() + "', apiKey: " + FakeMemberships.DEFAULT_KEY
                                + ", rate: {calls: 1000, per: 1s}}",
                        "accelevents: {baseUrl: '" + right.url() + "', apiKey: " + FakeAccelevents.DEFAULT_KEY
                                + ", eventUrl: " + SampleData.EVENT + ", rate: {calls: 1000, per: 1s}}",
                        "store: {url: 'jdbc:sqlite:" + folder.resolve("store.db") + "'}",
                        "workflows: [{template: members-to-attendees, guards: {changes: '100% and 1000000'}}]",
                        "live: {port: 0, hooks: {secret: " + SECRET + "}}"),
                Map.of());
    }

    private static HttpServer receiver(HookHandler hooks) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, hooks));
        server.setExecutor(Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, HookHandler hooks) throws IOException {
        try (exchange) {
            HookAnswer answer = hooks.handle(
                    exchange.getRequestMethod(),
                    Delivery.of(
                                    Headers.of(exchange.getRequestHeaders()),
                                    exchange.getRequestBody().readAllBytes())
                            .at(exchange.getRequestURI().toString()));
            exchange.sendResponseHeaders(answer.status(), -1);
        }
    }

    private Report measure(int rounds) throws Exception {
        List<String> linked = events.event(SampleData.EVENT).attendees().stream()
                .map(ticket -> ticket.answer("Member ID"))
                .filter(userId -> !userId.isEmpty())
                .toList();
        long[] toAnswer = new long[rounds];
        long[] toWrite = new long[rounds];
        long[] trip = new long[rounds];
        for (int i = -WARM_UP; i < rounds; i++) {
            long[] times = round(linked.get(Math.floorMod(i, linked.size())), "Round Number" + (i + WARM_UP));
            long one = trip();
            if (i >= 0) {
                toAnswer[i] = times[0];
                toWrite[i] = times[1];
                trip[i] = one;
            }
        }
        Table table = Table.of("From a webhook to the write", "microseconds", "p50", "p90", "p99");
        row(table, "hook to its durable answer", toAnswer);
        row(table, "hook to the write at Accelevents (3 calls)", toWrite);
        row(table, "raw GET beside it", trip);
        return Report.create().table(table);
    }

    /** Renames a member, tells, and waits for the write. The fake counts a write when it has taken it. */
    private long[] round(String userId, String name) throws Exception {
        members.members().rename(userId, name);
        int before = events.writes().count();
        byte[] body = ("{\"system\":\"memberships\",\"id\":\"" + userId + "\",\"timestamp\":\"" + Instant.now() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(hook)
                .header(GenericHook.HEADER, "sha256=" + mac(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        long began = System.nanoTime();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        long answered = System.nanoTime() - began;
        if (status >= 300) {
            throw new IllegalStateException("the hook was answered with " + status);
        }
        while (events.writes().count() == before) {
            Thread.onSpinWait();
        }
        return new long[] {answered, System.nanoTime() - began};
    }

    private long trip() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(raw)
                .header("Authorization", "Bearer " + FakeMemberships.DEFAULT_KEY)
                .build();
        long began = System.nanoTime();
        client.send(request, BodyHandlers.ofByteArray());
        return System.nanoTime() - began;
    }

    private static String mac(byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }

    private static void row(Table table, String what, long[] nanos) {
        Arrays.sort(nanos);
        table.row(what, at(nanos, 0.50), at(nanos, 0.90), at(nanos, 0.99));
    }

    /** By nearest rank, in microseconds. */
    private static long at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1_000;
    }
}
