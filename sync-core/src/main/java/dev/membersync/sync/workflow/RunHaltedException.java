package dev.membersync.sync.workflow;

/** A run had to stop, by an interrupt or by an error of the Java runtime: nothing is given up, and the queue keeps the rest. */
public final class RunHaltedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A halt with this message for people. */
    public RunHaltedException(String message, Throwable cause) {
        super(message, cause);
    }
}
