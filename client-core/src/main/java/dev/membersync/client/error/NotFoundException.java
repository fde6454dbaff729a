package dev.membersync.client.error;

import org.jspecify.annotations.Nullable;

/** The record, event or route does not exist. Never retried. */
public final class NotFoundException extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Tells a problem, with its cause if there is one. */
    public NotFoundException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }

    @Override
    public NotFoundException at(String operation, int attempts) {
        return new NotFoundException(problem().at(operation, attempts), getCause());
    }
}
