package dev.membersync.client.error;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not succeed. The message names operation, HTTP status, vendor code, vendor trace id, attempts and what
 * to do next; it never holds a secret, and e-mail addresses and phone numbers in vendor text are masked; a vendor whose
 * texts may name people is not quoted at all.
 */
public abstract class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ApiException(Problem problem, @Nullable Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /** Everything known about the failure. */
    public Problem problem() {
        return problem;
    }

    /** The id of the operation that failed. */
    public String operation() {
        return problem.operation();
    }

    /** The HTTP status; empty when no reply came. */
    public OptionalInt status() {
        return problem.status();
    }

    /** The vendor's own error code. */
    public Optional<String> code() {
        return problem.code();
    }

    /** The vendor's request or trace id. */
    public Optional<String> traceId() {
        return problem.traceId();
    }

    /**
     * A further value that the vendor gave, such as the id of the record that exists already; <b>unmasked</b>. The names
     * are the vendor's, {@code meta.contactId} for one within {@code meta}.
     */
    public Optional<String> detail(String name) {
        return Optional.ofNullable(problem.details().get(name));
    }

    /** How many requests were sent for this call. */
    public int attempts() {
        return problem.attempts();
    }

    /** What a person can do next. */
    public String remedy() {
        return problem.remedy();
    }

    /** The vendor's text, <b>unmasked</b>: it may name a person, so it belongs neither in a log nor in a store. */
    public String vendorMessage() {
        return problem.vendorMessage();
    }

    /** The same failure, told of an operation after a number of requests; this one becomes its cause's substitute. */
    public abstract ApiException at(String operation, int attempts);
}
