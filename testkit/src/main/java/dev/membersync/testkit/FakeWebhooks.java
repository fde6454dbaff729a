package dev.membersync.testkit;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of {@link FakeMemberships} on HIGHLEVEL: signed events of contacts, notes, tasks, staff, orders and invoices, whoever changed them. Nothing is sent before
 * somebody listens. Retries wait on the fake's scheduler. Thread-safe.
 */
public final class FakeWebhooks {
    private final Switchboard board;
    private final HighLevelState state;
    private final Courier courier;
    private final long seed;
    private final WebhookSigner signer;
    private @Nullable WebhookSigner legacy;
    private String target = "";
    private boolean nested;

    FakeWebhooks(Switchboard board, HighLevelState state, long seed) {
        this.board = board;
        this.state = state;
        this.seed = seed;
        this.courier = new Courier(board, WebhookRetry.ONLY_TOO_MANY, seed);
        this.signer = WebhookSigner.current(seed);
        WebhookEvents events = new WebhookEvents(state);
        state.onChange((kind, before, after, at) -> {
            if (courier.listening()) {
                events.of(kind, before, after).forEach(event -> dispatch(event.name(), event.body()));
            }
        });
    }

    /** Delivers to a receiver that answers an HTTP status; a receiver that throws counts as one that did not answer. */
    public synchronized FakeWebhooks deliverTo(ToIntFunction<FakeDelivery> sink) {
        target = "";
        courier.deliverTo(sink);
        return this;
    }

    /** Delivers by POST to a URL, asynchronously; an answer that takes longer than ten seconds is none. */
    public synchronized FakeWebhooks deliverTo(URI url) {
        target = url.toString();
        courier.deliverByPost();
        return this;
    }

    /** What is tried again; default only 429, as the vendor's help says. */
    public FakeWebhooks retry(WebhookRetry rule) {
        courier.retry(rule);
        return this;
    }

    /** Whether bodies nest the event below {@code data}; default false, flat. */
    public synchronized FakeWebhooks nested(boolean value) {
        nested = value;
        return this;
    }

    /** Whether every delivery is sent twice; default false. */
    public FakeWebhooks duplicated(boolean value) {
        courier.duplicated(value);
        return this;
    }

    /** Whether of two deliveries the later is sent first; default false. One that waits for another is sent by {@link #flush}. */
    public FakeWebhooks reordered(boolean value) {
        courier.reordered(value);
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
        courier.flush();
    }

    /** Every attempt so far. */
    public List<FakeDelivery> deliveries() {
        return courier.deliveries();
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
        courier.send(new FakeDelivery(event, webhookId, 1, state.now(), target, headers, bytes));
        return true;
    }
}
