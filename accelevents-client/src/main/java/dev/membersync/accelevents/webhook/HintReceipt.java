package dev.membersync.accelevents.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What became of a delivery, and how to answer it. Answer with an empty body. Prints no personal data. */
public sealed interface HintReceipt {
    /** The HTTP status to answer with. */
    int status();

    /** What to write into {@code Retry-After}. */
    default Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /**
     * The handler has taken its hints.
     *
     * @param hints    one for each object of the body, equal ones once; empty for an empty list
     * @param repeated whether the same body was accepted a short while ago
     */
    record Accepted(List<WebhookHint> hints, boolean repeated) implements HintReceipt {
        /** Copies the list. */
        public Accepted {
            hints = List.copyOf(hints);
        }

        @Override
        public int status() {
            return 200;
        }
    }

    /** A secret is wrong, missing or there twice; which one, and which of these, nobody is told. */
    record Unauthorized() implements HintReceipt {
        @Override
        public int status() {
            return 401;
        }
    }

    /** It comes from an address that is not on the list. */
    record RefusedAddress() implements HintReceipt {
        @Override
        public int status() {
            return 403;
        }
    }

    /**
     * Its body cannot be understood, or is too large.
     *
     * @param status 400, or 413 for one that is too large
     * @param reason what is wrong, without words from the body
     */
    record Malformed(int status, String reason) implements HintReceipt {}

    /**
     * The handler failed, and none of the hints counts as taken. Whether the vendor sends again after the 503 is not
     * documented: a poll or a full scan must not rely on it.
     *
     * @param after when to send it again
     * @param cause what failed
     */
    record Deferred(Duration after, Exception cause) implements HintReceipt {
        @Override
        public int status() {
            return 503;
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(after);
        }

        /** Without the words of the failure, which may be about a person. */
        @Override
        public String toString() {
            return "Deferred[" + after + ", " + cause.getClass().getName() + "]";
        }
    }
}
