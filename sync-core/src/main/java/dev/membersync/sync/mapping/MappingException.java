package dev.membersync.sync.mapping;

/** A mapping, or a table of one, that cannot be built. The message names the field or row and the remedy. */
public final class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal with this message for people. */
    public MappingException(String message) {
        super(message);
    }
}
