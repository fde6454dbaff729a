package dev.membersync.client.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The vendor failed: HTTP 5xx. Whether a write took effect is unknown. */
public final class ServerException extends ApiException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;

    /** Tells a problem, how long the vendor asks to wait, and its cause if there is one. */
    public ServerException(Problem problem, Optional<Duration> retryAfter, @Nullable Throwable cause) {
        super(problem, cause);
        this.retryAfter = retryAfter;
    }

    /** How long to wait, counted from the failure; empty when the vendor did not say. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    @Override
    public ServerException at(String operation, int attempts) {
        return new ServerException(problem().at(operation, attempts), retryAfter, getCause());
    }
}
