package dev.membersync.client.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The vendor refused the request: validation or a business rule. Never retried. */
public final class RejectedException extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Tells a problem, with its cause if there is one. */
    public RejectedException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }

    @Override
    public RejectedException at(String operation, int attempts) {
        return new RejectedException(problem().at(operation, attempts), getCause());
    }

    /** The vendor's texts about single fields, <b>unmasked</b>; empty when it gave none. */
    public List<String> fieldMessages() {
        return problem().fieldMessages();
    }
}
