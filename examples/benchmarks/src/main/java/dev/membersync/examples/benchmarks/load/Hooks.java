package dev.membersync.examples.benchmarks.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends signed webhooks, to one receiver after the other, and again when one is not accepted. Thread-safe. */
final class Hooks {
    private static final int ATTEMPTS = 5;
    private static final long AGAIN_MILLIS = 1_000;

    private final List<URI> targets;
    private final Timetable timer;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    Hooks(List<URI> targets, Timetable timer) {
        this.targets = List.copyOf(targets);
        this.timer = timer;
    }

    /** Tells that a record of a system changed. */
    void send(String system, String id) {
        send(system, id, 1);
    }

    /** How many were given up. */
    int lost() {
        return lost.get();
    }

    private void send(String system, String id, int attempt) {
        byte[] body = ("{\"system\":\"" + system + "\",\"id\":\"" + id + "\",\"timestamp\":\"" + Instant.now() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(targets.get(Math.floorMod(turn.getAndIncrement(), targets.size())))
                .header("Content-Type", "application/json")
                .header("X-Membersync-Signature", "sha256=" + mac(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        CompletableFuture<Integer> answer = client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
        CompletableFuture<Integer> unused = answer.whenComplete((status, failure) -> {
            if (failure == null && status < 300) {
                return;
            }
            if (attempt < ATTEMPTS) {
                timer.afterMillis(AGAIN_MILLIS, () -> send(system, id, attempt + 1));
            } else {
                lost.incrementAndGet();
            }
        });
    }

    private static String mac(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Stage.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
