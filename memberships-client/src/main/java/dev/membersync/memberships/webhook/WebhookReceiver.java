package dev.membersync.memberships.webhook;

import dev.membersync.client.internal.UnreadableException;
import dev.membersync.client.time.Time;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.client.webhook.IpAllowList;
import dev.membersync.client.webhook.SignatureVerifier;
import dev.membersync.client.webhook.Verdict;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Receives webhooks, whatever the web framework: hand it each request as it came and answer with the status of the
 * receipt. It throws nothing about what a stranger may send. Thread-safe.
 *
 * <p>The order is fixed: address, size, signature over the raw bytes, JSON, id seen before, replay window, app and
 * location, type, handler; only a delivery that passes all of it has its id stored.
 */
public final class WebhookReceiver {
    private final Settings settings;
    private final Tally tally;
    private final Optional<EventType> expected;

    WebhookReceiver(Settings settings, Tally tally, Optional<EventType> expected) {
        this.settings = settings;
        this.tally = tally;
        this.expected = expected;
    }

    /** Begins a receiver with the scheme of the profile: for HighLevel Ed25519 with the documented key, nothing else. */
    public static WebhookReceiverBuilder builder(MembershipsProfile profile) {
        return new WebhookReceiverBuilder(profile.webhooks());
    }

    /**
     * The same receiver, counters and ids shared, for a URL that the portal sends one type of event to. The type counts
     * for bodies that name none or an unknown one, and for those that name another of the same kind: the vendor's example
     * of {@code UserUpdate} calls itself {@code UserCreate} (DOC).
     */
    public WebhookReceiver expecting(EventType type) {
        return new WebhookReceiver(settings, tally, Optional.of(type));
    }

    /** Receives a delivery whose effect the caller brings about from the receipt; its id is stored at once. */
    public Receipt receive(Delivery delivery) {
        return receive(delivery, event -> {});
    }

    /**
     * Receives a delivery and hands an accepted one to the handler before its id is stored. When the handler throws, the id
     * is not stored and the answer asks the sender to come again; an {@link Error} passes on.
     */
    public Receipt receive(Delivery delivery, WebhookHandler handler) {
        return tally.counted(judged(delivery, handler));
    }

    /** What came so far. */
    public WebhookCounters counters() {
        return tally.snapshot();
    }

    private Receipt judged(Delivery delivery, WebhookHandler handler) {
        if (settings.addresses.isPresent() && !settings.addresses.get().allows(delivery)) {
            return new Receipt.RefusedAddress();
        }
        if (delivery.size() > settings.largest) {
            return new Receipt.Malformed(413, "the body has more than " + settings.largest + " bytes");
        }
        Verdict verdict = verdict(delivery);
        if (verdict != Verdict.VALID) {
            return new Receipt.Invalid(verdict);
        }
        WebhookEvent event;
        try {
            event = EventReader.read(delivery.body(), expected);
        } catch (UnreadableException e) {
            return new Receipt.Malformed(400, String.valueOf(e.getMessage()));
        }
        return once(event, delivery.sha256(), handler);
    }

    private Verdict verdict(Delivery delivery) {
        try {
            return settings.verifier.verify(delivery);
        } catch (RuntimeException e) {
            // A verifier that breaks its contract must not let anything pass.
            return Verdict.INVALID;
        }
    }

    private Receipt once(WebhookEvent event, String digest, WebhookHandler handler) {
        String key = event.envelope()
                .webhookId()
                .filter(id -> !event.envelope().heldFields().contains("webhookId"))
                .orElse("sha256:" + digest);
        try {
            return switch (settings.seen.claim(key, digest)) {
                case NEW -> claimed(event, key, handler);
                case BUSY -> new Receipt.Deferred(Optional.of(settings.retryAfter), Optional.empty());
                case SAME -> new Receipt.Duplicate(false);
                case CHANGED -> new Receipt.Duplicate(true);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Receipt.Deferred(Optional.of(settings.retryAfter), Optional.of(e));
        } catch (Exception e) {
            return new Receipt.Deferred(Optional.of(settings.retryAfter), Optional.of(e));
        }
    }

    private Receipt claimed(WebhookEvent event, String key, WebhookHandler handler) throws Exception {
        boolean kept = false;
        try {
            Optional<Receipt> refusal = refusal(event);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            handler.handle(event);
            settings.seen.keep(key);
            kept = true;
            return new Receipt.Accepted(event);
        } finally {
            if (!kept) {
                settings.seen.release(key);
            }
        }
    }

    private Optional<Receipt> refusal(WebhookEvent event) {
        Envelope envelope = event.envelope();
        if (envelope.timestamp().isEmpty() && envelope.heldFields().contains("timestamp")) {
            return Optional.of(new Receipt.Malformed(400, "the timestamp is neither an ISO time nor milliseconds"));
        }
        if (settings.window.isPresent()
                && envelope.timestamp()
                        .filter(at -> outside(settings.window.get(), at))
                        .isPresent()) {
            return Optional.of(new Receipt.Stale(event));
        }
        return settings.ours.holds(envelope) ? Optional.empty() : Optional.of(new Receipt.Foreign(event));
    }

    private boolean outside(Duration length, Instant at) {
        return Duration.between(at, settings.time.instant()).abs().compareTo(length) > 0;
    }

    /** What the receiver was built with. */
    record Settings(
            SignatureVerifier verifier,
            Optional<IpAllowList> addresses,
            Ownership ours,
            Optional<Duration> window,
            SeenDeliveries seen,
            int largest,
            Duration retryAfter,
            Time time) {}
}
