package dev.membersync.client.error;

import org.jspecify.annotations.Nullable;

/** No usable reply: no connection, a broken one, the deadline, an interrupt, or a 2xx that cannot be understood. */
public final class TransportException extends ApiException {
    private static final long serialVersionUID = 1L;

    /** What is known about the request. */
    public enum Outcome {
        /** It never left this machine: repeating it is safe. */
        NOT_SENT,
        /** The vendor may have seen it and may have acted on it. */
        OUTCOME_UNKNOWN
    }

    private final Outcome outcome;

    /** Tells a problem and what is known about the request. */
    public TransportException(Problem problem, Outcome outcome, @Nullable Throwable cause) {
        super(problem, cause);
        this.outcome = outcome;
    }

    /** A request that never left this machine. */
    public static TransportException notSent(String summary, @Nullable Throwable cause) {
        Problem problem = Problem.of(summary + ", nothing was sent", "check host, network and proxy, then try again");
        return new TransportException(problem, Outcome.NOT_SENT, cause);
    }

    /** A request whose effect nobody knows. */
    public static TransportException outcomeUnknown(String summary, @Nullable Throwable cause) {
        Problem problem =
                Problem.of(summary + ", outcome unknown", "read the record back before a write is sent again");
        return new TransportException(problem, Outcome.OUTCOME_UNKNOWN, cause);
    }

    /** What is known about the request. */
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public TransportException at(String operation, int attempts) {
        return new TransportException(problem().at(operation, attempts), outcome, getCause());
    }
}
