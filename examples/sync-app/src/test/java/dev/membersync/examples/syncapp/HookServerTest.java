package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.config.LiveConfig;
import dev.membersync.sync.intake.HookHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser of this machine can be made to call it by a name of somebody else's, whose page then reads the answers. */
@Timeout(30)
class HookServerTest {
    private final HookServer server = HookServer.start(
            new LiveConfig("127.0.0.1", 0, Duration.ofMinutes(1), Optional.empty(), List.of(), Optional.empty()),
            HookHandler.of(event -> {}),
            () -> new HookServer.Page(true, Map.of("at", "noon"), "# EOF\n"),
            (workflow, number) -> true);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:8080", "127.0.0.1:8080", "0.0.0.0:8080", "[::1]:8080"})
    void thePagesOfThisMachineAnswerToItsAddress(String host) throws IOException {
        assertThat(answer("GET /health", host)).startsWith("HTTP/1.1 200").contains("noon");
        assertThat(answer("GET /metrics", host)).startsWith("HTTP/1.1 200").contains("# EOF");
        assertThat(answer("POST /resume", host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elsewhere.example.org",
                "elsewhere.example.org:8080",
                "localhost.example.org",
                "127.0.0.1.example.org",
                "elsewhere.example.org#[::1]"
            })
    void thePagesOfThisMachineAnswerToNoOtherName(String host) throws IOException {
        for (String request : List.of("GET /health", "GET /metrics", "POST /resume")) {
            assertThat(answer(request, host)).startsWith("HTTP/1.1 404").doesNotContain("noon", "# EOF");
        }
    }

    private String answer(String request, String host) throws IOException {
        String head = request + " HTTP/1.1\r\nHost: " + host
                + "\r\nX-Membersync-Resume: members-to-attendees 26\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        int port = URI.create(server.url()).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
