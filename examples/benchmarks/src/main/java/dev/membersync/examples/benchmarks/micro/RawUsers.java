package dev.membersync.examples.benchmarks.micro;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What somebody writes who reads users with the JDK and Jackson alone: no retry, no budget, no errors. Thread-safe. */
public final class RawUsers {
    /** A reply of 256 bytes, about as much as a member has. */
    public static final byte[] REPLY = ("{\"userId\":\"m00001\",\"email\":\"ada.lovelace@example.org\",\"fullName\":"
                    + "\"Ada Lovelace\",\"status\":\"active\",\"planId\":\"gold\",\"registrationStatus\":\"registered\","
                    + "\"phone\":\"+44 20 7946 09580\",\"city\":\"London\",\"joined\":\"2024-02-29T12:00:00Z\",\"note\":"
                    + "\"the very first member!\"}")
            .getBytes(StandardCharsets.US_ASCII);

    private final HttpClient client;
    private final String base;
    private final String key;
    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Reads from a server with this address and key. */
    public RawUsers(HttpClient client, String base, String key) {
        this.client = client;
        this.base = base;
        this.key = key;
    }

    /** One user, on this thread. */
    public RawUser user(String id) throws IOException, InterruptedException {
        return read(client.send(request(id), BodyHandlers.ofByteArray()));
    }

    /** One user, by the other path of the JDK's client. */
    public CompletableFuture<RawUser> userAsync(String id) {
        return client.sendAsync(request(id), BodyHandlers.ofByteArray()).thenApply(response -> {
            try {
                return read(response);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private HttpRequest request(String id) {
        return HttpRequest.newBuilder(URI.create(base + "/users/" + id))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + key)
                .GET()
                .build();
    }

    private RawUser read(HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() != 200) {
            throw new IOException("HTTP " + response.statusCode());
        }
        return json.readValue(response.body(), RawUser.class);
    }

    /** The fields that the integration needs. */
    public record RawUser(String userId, String email, String fullName, String status, String planId) {}
}
