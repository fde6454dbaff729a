package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.FakeTicket;
import dev.membersync.testkit.SampleData;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole application with real webhooks over HTTP. */
@Timeout(60)
class LiveTest {
    private static final String SECRET = "0123456789abcdef0123";
    private static final Pattern URL = Pattern.compile("listening at (http://[^,]+),");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private World world;
    private Foreground app;
    private String url;

    @BeforeEach
    void start() {
        world = World.highLevel(folder, 8);
        String key = world.fakes().memberships().webhooks().publicKey();
        world.with(
                "workflows:",
                "live: {port: 0, hooks: {secret: '${HOOK_SECRET}', publicKey: '" + key + "'}}\nworkflows:\n"
                        + "  - {template: nightly-reconciliation, into: '" + folder.resolve("reports") + "'}");
        app = Foreground.start(
                Map.of("LEFT_KEY", World.LEFT_CANARY, "RIGHT_KEY", World.RIGHT_CANARY, "HOOK_SECRET", SECRET),
                world,
                "live",
                "--json",
                "--evidence",
                folder.resolve("evidence").toString());
        Matcher matcher = URL.matcher(app.said());
        assertThat(matcher.find()).isTrue();
        url = matcher.group(1);
    }

    @AfterEach
    void stop() {
        app.close();
        world.close();
    }

    private void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertThat(Thread.interrupted()).as(app::said).isFalse();
            Thread.onSpinWait();
        }
    }

    private FakeTicket ticketOf(String userId) {
        return world.fakes().accelevents().event(SampleData.EVENT).attendees().stream()
                .filter(ticket -> ticket.answer("Member ID").equals(userId))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void post(String path) throws IOException, InterruptedException {
        http.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void theStartLeavesItsEvidence() {
        assertThat(folder.resolve("evidence/001-live.json"))
                .content()
                .contains("\"gate\":\"live\",\"passed\":true", "\"seal\":");
    }

    @Test
    void theStartSaysWhenTheNextReportIsLeft() {
        assertThat(app.said()).contains("a report is left in " + folder.resolve("reports") + " each day at 02:30 (");
    }

    @Test
    void aWebhookOverHttpIsFollowedAndTheEndIsTold() throws Exception {
        var fakes = world.fakes();
        until(() -> metric("membersync_queue") == 0 && metric("membersync_operations_total") > 0);
        String member = fakes.memberships().members().all().stream()
                .map(one -> one.userId())
                .filter(id -> fakes.accelevents().event(SampleData.EVENT).attendees().stream()
                        .anyMatch(ticket -> ticket.answer("Member ID").equals(id)))
                .findFirst()
                .orElseThrow();
        fakes.memberships().webhooks().deliverTo(URI.create(url + "/hooks/memberships"));
        fakes.accelevents().requests().clear();

        fakes.memberships().members().rename(member, "Ada Newname");

        until(() -> ticketOf(member).lastName().equals("Newname"));
        assertThat(fakes.accelevents().requests().count()).isLessThan(20);
        assertThat(get("/health").statusCode()).isEqualTo(200);
        assertThat(get("/health").body()).contains("\"reviews\":");
        assertThat(get("/metrics").body())
                .contains("membersync_hooks_total{path=\"/hooks/memberships\"")
                .endsWith("# EOF\n");
        assertThat(get("/metrics").body())
                .contains("membersync_dead_letters_total{workflow=\"members-to-attendees\"} 0");
        assertThat(get("/resume").statusCode()).isEqualTo(409);
        assertThat(get("/resume").body()).contains("there is no such pause", "X-Membersync-Resume: WORKFLOW NUMBER");
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
        assertThat(get("/hooks/memberships").statusCode()).isEqualTo(405);
        post("/hooks/accelevents/another-secret");
        Terminal end = app.end();
        assertThat(end.status()).isZero();
        assertThat(end.out()).contains("\"command\":\"live\"", "\"status\":\"done\"");
        assertThat(end.err())
                .contains("REFUSED a delivery at /hooks/accelevents, answered 401: its secret")
                .doesNotContain("{create=");
        assertThat(end.out() + end.err()).doesNotContain(SECRET, World.LEFT_CANARY, World.RIGHT_CANARY);
    }

    private double metric(String name) {
        try {
            return get("/metrics")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
