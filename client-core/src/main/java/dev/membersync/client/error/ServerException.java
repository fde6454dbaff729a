package dev.membersync.client.error;

import org.jspecify.annotations.Nullable;

/** The vendor failed: HTTP 5xx. Whether a write took effect is unknown. */
public final class ServerException extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Tells a problem, with its cause if there is one. */
    public ServerException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }

    @Override
    public ServerException at(String operation, int attempts) {
        return new ServerException(problem().at(operation, attempts), getCause());
    }
}
