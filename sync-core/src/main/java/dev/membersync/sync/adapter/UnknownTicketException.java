package dev.membersync.sync.adapter;

/** A ticket has to be addressed by a name that no list has shown yet; a later scan shows it. */
public final class UnknownTicketException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownTicketException(String message) {
        super(message, null, false, false);
    }
}
