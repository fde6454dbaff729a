package dev.membersync.testkit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of {@link FakeMemberships} on HIGHLEVEL: signed events of contacts, notes, tasks, staff, orders and invoices, whoever changed them. Nothing is sent before
 * somebody listens. Retries wait on the fake's scheduler. Thread-safe.
 */
public final class FakeWebhooks {
    private final Switchboard board;
    private final HighLevelState state;
    private final WebhookEvents events;
    private final long seed;
    private final SplittableRandom random;
    private final WebhookSigner signer;
    private final List<FakeDelivery> deliveries = new ArrayList<>();
    private @Nullable WebhookSigner legacy;
    private @Nullable Function<FakeDelivery, CompletableFuture<Integer>> receiver;
    private @Nullable FakeDelivery held;
    private WebhookRetry retry = WebhookRetry.ONLY_TOO_MANY;
    private boolean nested;
    private boolean duplicated;
    private boolean reordered;

    FakeWebhooks(Switchboard board, HighLevelState state, long seed) {
        this.board = board;
        this.state = state;
        this.seed = seed;
        this.events = new WebhookEvents(state);
        this.random = new SplittableRandom(seed);
        this.signer = WebhookSigner.current(seed);
        state.onChange((kind, before, after, at) -> {
            if (listening()) {
                events.of(kind, before, after).forEach(event -> dispatch(event.name(), event.body()));
            }
        });
    }

    /** Delivers to a receiver that answers an HTTP status; a receiver that throws counts as one that did not answer. */
    public synchronized FakeWebhooks deliverTo(ToIntFunction<FakeDelivery> sink) {
        receiver = delivery -> {
            try {
                return CompletableFuture.completedFuture(sink.applyAsInt(delivery));
            } catch (RuntimeException failed) {
                return CompletableFuture.completedFuture(0);
            }
        };
        return this;
    }

    /** Delivers by POST to a URL, asynchronously; an answer that takes longer than ten seconds is none. */
    public synchronized FakeWebhooks deliverTo(URI url) {
        HttpClient client = HttpClient.newHttpClient();
        receiver = delivery -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(url)
                    .timeout(Duration.ofSeconds(10))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()));
            delivery.headers().forEach(request::setHeader);
            return client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                    .handle((reply, failed) -> reply == null ? 0 : reply.statusCode());
        };
        return this;
    }

    /** What is tried again; default only 429, as the vendor's help says. */
    public synchronized FakeWebhooks retry(WebhookRetry rule) {
        retry = rule;
        return this;
    }

    /** Whether bodies nest the event below {@code data}; default false, flat. */
    public synchronized FakeWebhooks nested(boolean value) {
        nested = value;
        return this;
    }

    /** Whether every delivery is sent twice; default false. */
    public synchronized FakeWebhooks duplicated(boolean value) {
        duplicated = value;
        return this;
    }

    /** Whether of two deliveries the later is sent first; default false. One that waits for another is sent by {@link #flush}. */
    public synchronized FakeWebhooks reordered(boolean value) {
        reordered = value;
        return this;
    }

    /** Whether deliveries carry the legacy RSA signature too; default false. Makes the key pair, which takes a second. */
    public synchronized FakeWebhooks legacySignature(boolean value) {
        legacy = value ? WebhookSigner.legacy(seed) : null;
        return this;
    }

    /** The Ed25519 public key as X.509 SubjectPublicKeyInfo in base64. */
    public String publicKey() {
        return signer.publicKey();
    }

    /** The RSA public key in the same form. Throws {@link IllegalStateException} without the legacy signature. */
    public synchronized String legacyPublicKey() {
        if (legacy == null) {
            throw new IllegalStateException("the legacy signature is off");
        }
        return legacy.publicKey();
    }

    /** Sends an event of the test's making, such as INSTALL; {@code timestamp} and {@code webhookId} are added and it is signed. */
    public void send(String event, Map<String, Object> body) {
        board.locked(() -> dispatch(event, body));
    }

    /** Sends what waits to be reordered, and everything that fell due. */
    public void flush() {
        FakeDelivery waiting;
        synchronized (this) {
            waiting = held;
            held = null;
        }
        board.locked(() -> waiting != null && later(Duration.ZERO, waiting));
    }

    /** Every attempt so far. */
    public synchronized List<FakeDelivery> deliveries() {
        return List.copyOf(deliveries);
    }

    private synchronized boolean listening() {
        return receiver != null;
    }

    private synchronized boolean dispatch(String event, Map<String, Object> body) {
        String webhookId = state.traces().uuid();
        byte[] bytes = WebhookEvents.bytes(body, nested, webhookId, VendorTime.of(state.now()));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("x-ghl-signature", signer.sign(bytes));
        if (legacy != null) {
            headers.put("x-wh-signature", legacy.sign(bytes));
        }
        FakeDelivery next = new FakeDelivery(event, webhookId, 1, state.now(), headers, bytes);
        if (reordered && held == null) {
            held = next;
            return true;
        }
        later(Duration.ZERO, next);
        if (held != null) {
            later(Duration.ZERO, held);
            held = null;
        }
        return true;
    }

    /** Through the scheduler always: nobody is called while the fake is locked. */
    private synchronized boolean later(Duration wait, FakeDelivery delivery) {
        int times = duplicated && delivery.attempt() == 1 ? 2 : 1;
        for (int i = 0; i < times; i++) {
            board.scheduler().schedule(wait, () -> deliver(delivery));
        }
        return true;
    }

    private void deliver(FakeDelivery delivery) {
        Function<FakeDelivery, CompletableFuture<Integer>> to;
        synchronized (this) {
            deliveries.add(delivery);
            to = receiver;
        }
        if (to != null) {
            var unused = to.apply(delivery).thenAccept(status -> settle(delivery, status));
        }
    }

    private synchronized void settle(FakeDelivery delivery, int status) {
        retry.next(status, delivery.attempt(), random)
                .ifPresent(wait -> later(wait, delivery.again(state.now().plus(wait))));
    }
}
