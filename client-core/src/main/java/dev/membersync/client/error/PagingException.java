package dev.membersync.client.error;

import org.jspecify.annotations.Nullable;

/** The pages contradict each other, so the scan is incomplete: a repeated page or cursor, or a total that does not fit. */
public final class PagingException extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Tells a problem, with its cause if there is one. */
    public PagingException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }

    @Override
    public PagingException at(String operation, int attempts) {
        return new PagingException(problem().at(operation, attempts), getCause());
    }
}
