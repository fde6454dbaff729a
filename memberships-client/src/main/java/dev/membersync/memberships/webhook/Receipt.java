package dev.membersync.memberships.webhook;

import dev.membersync.client.webhook.Verdict;
import java.time.Duration;
import java.util.Optional;

/** What became of a delivery, and how to answer it. Answer with an empty body. */
public sealed interface Receipt {
    /** The HTTP status to answer with. */
    int status();

    /** What to write into {@code Retry-After}. */
    default Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** It is genuine, ours and new; the handler has taken it. */
    record Accepted(WebhookEvent event) implements Receipt {
        @Override
        public int status() {
            return 200;
        }
    }

    /**
     * It was accepted before and has no effect now.
     *
     * @param changed whether the body is another one than that accepted under this id, which is worth a warning
     */
    record Duplicate(boolean changed) implements Receipt {
        @Override
        public int status() {
            return 200;
        }
    }

    /** It is genuine and for another app or location; it has no effect. */
    record Foreign(WebhookEvent event) implements Receipt {
        @Override
        public int status() {
            return 200;
        }
    }

    /** Its time stamp lies outside the replay window, before or after. */
    record Stale(WebhookEvent event) implements Receipt {
        @Override
        public int status() {
            return 401;
        }
    }

    /**
     * It is not proven to come from the sender.
     *
     * @param verdict whether a signature was wrong or missing
     */
    record Invalid(Verdict verdict) implements Receipt {
        @Override
        public int status() {
            return 401;
        }
    }

    /**
     * Its body cannot be understood, or is too large.
     *
     * @param status 400, or 413 for one that is too large
     * @param reason what is wrong, without words from the body
     */
    record Malformed(int status, String reason) implements Receipt {}

    /** It comes from an address that is not on the list. */
    record RefusedAddress() implements Receipt {
        @Override
        public int status() {
            return 403;
        }
    }

    /**
     * It could not be taken now: the handler or the store failed, or the same delivery is being handled on another thread.
     * The answer is 429, because some senders repeat after that only (DOC, memberships-api.md 6.4).
     *
     * @param retryAfter when to send it again
     * @param cause      what failed; empty when another thread has it
     */
    record Deferred(Optional<Duration> retryAfter, Optional<Exception> cause) implements Receipt {
        @Override
        public int status() {
            return 429;
        }
    }
}
