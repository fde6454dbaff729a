package dev.membersync.accelevents.webhook;

import dev.membersync.client.internal.UnreadableException;
import dev.membersync.client.webhook.Delivery;
import dev.membersync.client.webhook.IpAllowList;
import dev.membersync.client.webhook.SignatureVerifier;
import dev.membersync.client.webhook.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Receives webhooks, whatever the web framework: hand it each request as it came, {@linkplain Delivery#at target} included,
 * and answer with the status of the receipt. It throws nothing about what a stranger may send. Thread-safe.
 *
 * <p>The order is fixed: address, size, secrets, JSON, handler. A repeated delivery is handed on like any other: the second
 * check-in of a ticket may look exactly like the first, and to look at a record once more does no harm.
 */
public final class HintReceiver {
    private final Optional<IpAllowList> addresses;
    private final SignatureVerifier secrets;
    private final int largest;
    private final Duration retryAfter;
    private final HintTally tally = new HintTally();

    HintReceiver(Optional<IpAllowList> addresses, SignatureVerifier secrets, int largest, Duration retryAfter) {
        this.addresses = addresses;
        this.secrets = secrets;
        this.largest = largest;
        this.retryAfter = retryAfter;
    }

    /** Begins a receiver; it needs a secret in one place of the request at least. */
    public static HintReceiverBuilder builder() {
        return new HintReceiverBuilder();
    }

    /**
     * Receives a delivery and hands its hints to the handler, in one call and on this thread. When the handler throws, the
     * answer asks the sender to come again; an {@link Error} passes on.
     */
    public HintReceipt receive(Delivery delivery, HintHandler handler) {
        return tally.counted(judged(delivery, handler));
    }

    /** What came so far. */
    public HintCounters counters() {
        return tally.snapshot();
    }

    private HintReceipt judged(Delivery delivery, HintHandler handler) {
        if (addresses.isPresent() && !addresses.get().allows(delivery)) {
            return new HintReceipt.RefusedAddress();
        }
        if (delivery.size() > largest) {
            return new HintReceipt.Malformed(413, "the body has more than " + largest + " bytes");
        }
        if (secrets.verify(delivery) != Verdict.VALID) {
            return new HintReceipt.Unauthorized();
        }
        try {
            return handed(delivery, HintReader.read(delivery.body()), handler);
        } catch (UnreadableException e) {
            return new HintReceipt.Malformed(400, String.valueOf(e.getMessage()));
        }
    }

    private HintReceipt handed(Delivery delivery, List<WebhookHint> hints, HintHandler handler) {
        try {
            if (!hints.isEmpty()) {
                handler.handle(hints);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new HintReceipt.Deferred(retryAfter, e);
        } catch (Exception e) {
            return new HintReceipt.Deferred(retryAfter, e);
        }
        return new HintReceipt.Accepted(hints, tally.repeats(delivery.sha256()));
    }
}
