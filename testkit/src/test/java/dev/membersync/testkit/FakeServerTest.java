package dev.membersync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeServerTest {
    private final FakeMemberships fake =
            FakeMemberships.builder().time(new Clock()).build();
    private final FakeServer server = FakeServer.start(fake, 0);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Authorization", "Bearer " + FakeMemberships.DEFAULT_KEY)
                .build();
    }

    private HttpRequest update(String userId) {
        return HttpRequest.newBuilder(request("/users/" + userId), (name, value) -> true)
                .PUT(HttpRequest.BodyPublishers.ofString("{\"planId\":\"gold\"}"))
                .build();
    }

    @Test
    void aMemberTravelsOverTheWire() throws Exception {
        fake.members().add(FakeMember.of("u1", "zoe@example.com", "Zoë 李"));

        HttpResponse<String> reply = client.send(request("/users/u1"), BodyHandlers.ofString());

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).contains("Zoë 李");
    }

    @Test
    void aReplyDroppedAfterTheEffectLeavesTheEffect() {
        fake.members().add(FakeMember.of("u1", "zoe@example.com", "Zoë"));
        fake.faults(FaultPlan.always(Fault.DROP_AFTER));

        assertThatThrownBy(() -> client.send(update("u1"), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThat(fake.writes().count("user-update")).isEqualTo(1);
    }

    @Test
    void aTruncatedBodyIsAnErrorForTheClient() {
        fake.members().add(FakeMember.of("u1", "zoe@example.com", "Zoë"));
        fake.faults(FaultPlan.always(Fault.TRUNCATED_BODY));

        assertThatThrownBy(() -> client.send(request("/users/u1"), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aDelayedReplyHoldsNobodyElseUp() throws Exception {
        fake.members().add(FakeMember.of("u1", "zoe@example.com", "Zoë"));
        fake.faults(FaultPlan.nth("users.get", 1, Injection.of(Fault.DELAY).lasting(Duration.ofHours(1))));

        CompletableFuture<HttpResponse<String>> slow = client.sendAsync(request("/users/u1"), BodyHandlers.ofString());
        HttpResponse<String> quick = client.send(request("/users/"), BodyHandlers.ofString());

        assertThat(quick.statusCode()).isEqualTo(200);
        assertThat(slow).isNotDone();
        slow.cancel(true);
    }

    @Test
    void aStalledBodyDeliversHeadersAndNeverEnds() throws Exception {
        fake.members().add(FakeMember.of("u1", "zoe@example.com", "Zoë"));
        fake.faults(FaultPlan.always(Fault.STALLED_BODY));
        CountDownLatch headers = new CountDownLatch(1);

        CompletableFuture<HttpResponse<String>> reply = client.sendAsync(request("/users/u1"), info -> {
            headers.countDown();
            return HttpResponse.BodySubscribers.ofString(java.nio.charset.StandardCharsets.UTF_8);
        });

        headers.await();
        assertThat(reply).isNotDone();
    }

    @Test
    void theServerTakesAFreePortOnLoopback() {
        assertThat(server.port()).isPositive();
        assertThat(server.url()).isEqualTo("http://127.0.0.1:" + server.port());
    }

    @Test
    void repliesAreNotHeldBackByTheNagleAlgorithm() {
        assertThat(System.getProperty("sun.net.httpserver.nodelay")).isEqualTo("true");
    }

    @Test
    void manyRequestsShareOneKeptAliveConnection() throws Exception {
        for (int i = 0; i < 200; i++) {
            assertThat(client.send(request("/users/"), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }

        assertThat(fake.requests().count("users.list")).isEqualTo(200);
    }

    @Test
    void aBodyAboveTheCapIsRefusedUnseen() throws Exception {
        HttpRequest huge = HttpRequest.newBuilder(request("/payments"), (name, value) -> true)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[8 * 1024 * 1024 + 1]))
                .build();

        assertThat(client.send(huge, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        assertThat(fake.requests().count()).isZero();
    }
}
