package dev.membersync.client.internal;

/** A body that is not what was expected; its message tells where, never what, because bodies hold people's data. */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Tells what is wrong, without words from the body. */
    public UnreadableException(String message) {
        super(message);
    }
}
