package dev.membersync.client.error;

import org.jspecify.annotations.Nullable;

/** The vendor does not accept the credentials, or they lack a right: HTTP 401 and 403. Never retried. */
public final class AuthException extends ApiException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the credentials. */
    public enum Reason {
        /** They are not accepted; also what is said when nothing more is known. */
        REFUSED,
        /** They are good, but were granted without a scope that the call needs. */
        SCOPE_MISSING,
        /** They are good, but may not do this: another account, another plan, another kind of token. */
        FORBIDDEN,
        /** The application that asks is not accepted: its id or secret is wrong. Tokens that it was granted may be good. */
        CLIENT_REFUSED,
        /** They cannot be renewed any more: a person has to authorise the application again. */
        RECONNECT_NEEDED
    }

    private final Reason reason;

    /** Tells a problem of the reason {@link Reason#REFUSED}, with its cause if there is one. */
    public AuthException(Problem problem, @Nullable Throwable cause) {
        this(problem, Reason.REFUSED, cause);
    }

    /** Tells a problem and its reason, with its cause if there is one. */
    public AuthException(Problem problem, Reason reason, @Nullable Throwable cause) {
        super(problem, cause);
        this.reason = reason;
    }

    /** What is wrong with the credentials. */
    public Reason reason() {
        return reason;
    }

    @Override
    public AuthException at(String operation, int attempts) {
        return new AuthException(problem().at(operation, attempts), reason, getCause());
    }
}
