package dev.membersync.client.error;

import org.jspecify.annotations.Nullable;

/** The vendor does not accept the credentials, or they lack a right: HTTP 401 and 403. Never retried. */
public final class AuthException extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Tells a problem, with its cause if there is one. */
    public AuthException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }

    @Override
    public AuthException at(String operation, int attempts) {
        return new AuthException(problem().at(operation, attempts), getCause());
    }
}
