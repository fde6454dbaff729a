package dev.membersync.sync.adapter;

/** A payment that a person has to book, because there is no way to write it. Nothing was sent. */
public final class ByHandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why, for people; ids and amounts, no person's data. */
    public ByHandException(String message) {
        super(message);
    }
}
