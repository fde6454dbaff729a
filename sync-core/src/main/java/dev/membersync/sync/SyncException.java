package dev.membersync.sync;

/** The engine cannot work as it is set up. The message says what to do. */
public final class SyncException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal with this message. */
    public SyncException(String message) {
        super(message);
    }
}
