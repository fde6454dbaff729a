package dev.membersync.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.error.TransportException.Outcome;
import dev.membersync.client.time.Deadline;
import dev.membersync.client.time.Time;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30) // a trap that is open again hangs
class JdkTransportTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final JdkTransport transport = JdkTransport.create();

    @Test
    void readsStatusHeadersAndBody() throws Exception {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 201 Created\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 5\r\n\r\nhello")) {
            Reply reply = transport.send(get(server), in(LONG));
            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.text()).isEqualTo("hello");
            assertThat(reply.headers().all("X-a")).containsExactly("1", "2");
        }
    }

    @Test
    void sendsMethodHeadersSecretsAndBody() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            Request post = new Request(
                    "POST",
                    server.uri("/p"),
                    Map.of("X-Plain", "a"),
                    Map.of("Key", Secret.of("k-1")),
                    Optional.of("{}".getBytes(StandardCharsets.UTF_8)));
            assertThat(transport.send(post, in(LONG)).body()).isEmpty();
            assertThat(server.heads().get(0))
                    .startsWith("POST /p HTTP/1.1")
                    .contains("X-Plain: a", "Key: k-1", "Content-Length: 2");
        }
    }

    @Test
    void aStalledBodyEndsAtTheDeadline() throws Exception {
        try (RawServer server = stalling()) {
            TransportException failure = failure(() -> transport.send(get(server), in(SHORT)));
            assertThat(failure.outcome()).isEqualTo(Outcome.OUTCOME_UNKNOWN);
            assertThat(failure).hasMessageContaining("deadline");
        }
    }

    @Test
    void aStalledBodyEndsAtTheDeadlineAsync() throws Exception {
        try (RawServer server = stalling()) {
            CompletableFuture<Reply> reply = transport.sendAsync(get(server), in(SHORT));
            assertThatThrownBy(() -> reply.get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TransportException.class)
                    .hasMessageContaining("deadline");
        }
    }

    @Test
    void aDrippingBodyEndsAtTheDeadline() throws Exception {
        try (RawServer server = dripping()) {
            assertThat(failure(() -> transport.send(get(server), in(SHORT))).outcome())
                    .isEqualTo(Outcome.OUTCOME_UNKNOWN);
        }
    }

    @Test
    void aDrippingBodyEndsAtTheDeadlineAsync() throws Exception {
        try (RawServer server = dripping()) {
            CompletableFuture<Reply> reply = transport.sendAsync(get(server), in(SHORT));
            assertThatThrownBy(() -> reply.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(TransportException.class);
        }
    }

    @Test
    void missingHeadersEndAtTheDeadline() throws Exception {
        try (RawServer server = silent()) {
            assertThat(failure(() -> transport.send(get(server), in(SHORT))).outcome())
                    .isEqualTo(Outcome.OUTCOME_UNKNOWN);
        }
    }

    @Test
    void aPassedDeadlineSendsNothing() {
        RawServer server = RawServer.answering(HEAD);
        assertThat(failure(() -> transport.send(get(server), in(Duration.ZERO))).outcome())
                .isEqualTo(Outcome.NOT_SENT);
        assertThat(server.heads()).isEmpty();
    }

    @Test
    void aTruncatedBodyIsAnUnknownOutcome() throws Exception {
        try (RawServer server = RawServer.answering(HEAD + "short")) {
            assertThat(failure(() -> transport.send(get(server), in(LONG))).outcome())
                    .isEqualTo(Outcome.OUTCOME_UNKNOWN);
        }
    }

    @Test
    void aTruncatedBodyIsAnUnknownOutcomeAsync() throws Exception {
        try (RawServer server = RawServer.answering(HEAD + "short")) {
            assertThatThrownBy(() -> transport.sendAsync(get(server), in(LONG)).get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(TransportException.class)
                    .hasMessageContaining("outcome unknown");
        }
    }

    @Test
    void aBodyThatIsTooLongIsGivenUp() throws Exception {
        JdkTransport small = JdkTransport.builder().maxBodyBytes(4).build();
        try (RawServer server = RawServer.answering(HEAD + "0123456789")) {
            assertThat(failure(() -> small.send(get(server), in(LONG))))
                    .hasRootCauseMessage("the body is longer than 4 bytes");
        }
    }

    @Test
    void aRefusedConnectionIsNotSent() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Request request = get(URI.create("http://127.0.0.1:" + port + "/"));
        assertThat(failure(() -> transport.send(request, in(LONG))).outcome()).isEqualTo(Outcome.NOT_SENT);
    }

    @Test
    void aDroppedConnectionIsAnUnknownOutcome() throws Exception {
        try (RawServer server = new RawServer((socket, out) -> {})) {
            Request post = new Request("POST", server.uri("/"), Map.of(), Map.of(), Optional.of(new byte[] {1}));
            assertThat(failure(() -> transport.send(post, in(LONG))).outcome()).isEqualTo(Outcome.OUTCOME_UNKNOWN);
            assertThat(server.heads()).hasSize(1);
        }
    }

    /** Documents the JDK: no setting switches this off, so a GET that changes state must be safe twice. */
    @Test
    void theJdkSendsAGetTwiceOnADeadConnection() throws Exception {
        try (RawServer server = new RawServer((socket, out) -> {})) {
            assertThat(failure(() -> transport.send(get(server), in(LONG))).outcome())
                    .isEqualTo(Outcome.OUTCOME_UNKNOWN);
            assertThat(server.heads()).hasSize(2);
        }
    }

    @Test
    void redirectsAreNotFollowedAndNoHeaderCrosses() throws Exception {
        try (RawServer other = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                RawServer server = RawServer.answering(
                        "HTTP/1.1 302 Found\r\nLocation: " + other.uri("/x") + "\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(transport.send(get(server), in(LONG)).status()).isEqualTo(302);
            assertThat(transport.sendAsync(get(server), in(LONG)).get().status())
                    .isEqualTo(302);
            assertThat(other.heads()).isEmpty();
        }
    }

    @Test
    void aLentClientThatFollowsRedirectsIsRefused() {
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        assertThatThrownBy(() -> JdkTransport.builder().client(following).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("redirects");
    }

    @Test
    void plainHttpAsksForNoUpgrade() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(transport.send(get(server), in(LONG)).status()).isEqualTo(200);
            assertThat(server.heads().get(0))
                    .doesNotContainIgnoringCase("upgrade")
                    .doesNotContainIgnoringCase("h2c");
        }
    }

    @Test
    void plainHttpToAPublicHostIsRefusedWithTheRemedy() {
        URI open = URI.create("http://api.example.com/v1");
        assertThatThrownBy(() -> transport.check(open))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://api.example.com")
                .hasMessageContaining("allowInsecure");
        assertThatThrownBy(() -> transport.send(get(open), in(LONG))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAllowedOriginIsAccepted() {
        URI open = URI.create("http://api.example.com/v1");
        JdkTransport allowing = JdkTransport.builder()
                .allowInsecure(URI.create("http://api.example.com"))
                .build();
        allowing.check(open);
        assertThatThrownBy(() -> allowing.check(URI.create("http://api.example.com:8080/")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHostThatOnlyLooksLikeLoopbackIsRefused() {
        assertThatThrownBy(() -> transport.check(URI.create("http://127.0.0.1.example.com/")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anInterruptEndsASendAtOnce() throws Exception {
        try (RawServer server = silent()) {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread caller = new Thread(() -> {
                try {
                    transport.send(get(server), in(LONG));
                } catch (Throwable e) {
                    thrown.set(e);
                }
            });
            caller.start();
            assertThat(server.asked.await(20, TimeUnit.SECONDS)).isTrue();
            caller.interrupt();
            caller.join(20_000);
            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void anInterruptEndsTheWaitForABodyAtOnce() throws Exception {
        try (RawServer server = stalling()) {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread caller = new Thread(() -> {
                try {
                    transport.send(get(server), in(LONG));
                } catch (Throwable e) {
                    thrown.set(e);
                }
            });
            caller.start();
            assertThat(server.asked.await(20, TimeUnit.SECONDS)).isTrue();
            caller.interrupt();
            caller.join(20_000);
            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void cancellingTheFutureClosesTheConnection() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (RawServer server = new RawServer((socket, out) -> {
            out.write(HEAD.getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (socket.getInputStream().read() < 0) {
                gone.countDown();
            }
        })) {
            CompletableFuture<Reply> reply = transport.sendAsync(get(server), in(LONG));
            assertThat(server.asked.await(20, TimeUnit.SECONDS)).isTrue();
            reply.cancel(true);
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void headersThatNoRequestCanCarryAreRefusedWithoutTheirValue() {
        assertThatThrownBy(() -> new Request(
                        "GET",
                        URI.create("https://a/"),
                        Map.of("X-A", "canary\nInjected: 1"),
                        Map.of(),
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X-A")
                .hasMessageNotContaining("canary");
    }

    private static RawServer stalling() {
        return new RawServer((socket, out) -> {
            out.write((HEAD + "abc").getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.getInputStream().read();
        });
    }

    private static RawServer silent() {
        return new RawServer((socket, out) -> socket.getInputStream().read());
    }

    /** A byte every 20 ms for as long as the client listens: far longer than the deadline. */
    private static RawServer dripping() {
        CountDownLatch never = new CountDownLatch(1);
        return new RawServer((socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            while (!never.await(20, TimeUnit.MILLISECONDS)) {
                out.write('.');
                out.flush();
            }
        });
    }

    private static Request get(RawServer server) {
        return get(server.uri("/"));
    }

    private static Request get(URI uri) {
        return new Request("GET", uri, Map.of("X-A", "1"), Map.of("Authorization", Secret.of("t")), Optional.empty());
    }

    private static Deadline in(Duration duration) {
        return Deadline.in(duration, Time.system());
    }

    private static TransportException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(TransportException.class, call);
    }
}
