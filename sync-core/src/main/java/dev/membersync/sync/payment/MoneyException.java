package dev.membersync.sync.payment;

/** An amount that cannot be taken exactly, or amounts that do not go together. Never rounded, never guessed. */
public final class MoneyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** A refusal with this message for people. */
    public MoneyException(String message) {
        super(message);
    }
}
