package dev.membersync.client.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rate limit is hit: the vendor's, or our own budget, which would have had to wait past the deadline. */
public final class ThrottledException extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Which limit. */
    public enum Quota {
        /** The vendor's short window (HTTP 429). */
        BURST,
        /** The vendor's quota of the day; waiting within a call is pointless. */
        DAILY,
        /** Our own budget had no permit before the deadline; nothing was sent. */
        LOCAL
    }

    private final Quota quota;
    private final transient Optional<Duration> retryAfter;

    /** Tells a problem, which limit it is and when a next try makes sense. */
    public ThrottledException(Problem problem, Quota quota, Optional<Duration> retryAfter, @Nullable Throwable cause) {
        super(problem, cause);
        this.quota = quota;
        this.retryAfter = retryAfter;
    }

    /** Which limit was hit. */
    public Quota quota() {
        return quota;
    }

    /** How long to wait, counted from the failure; empty when the vendor did not say. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    @Override
    public ThrottledException at(String operation, int attempts) {
        return new ThrottledException(problem().at(operation, attempts), quota, retryAfter, getCause());
    }
}
