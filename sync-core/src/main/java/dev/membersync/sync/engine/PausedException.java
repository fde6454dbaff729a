package dev.membersync.sync.engine;

/** The workflow waits for a person; the member is given back untouched. */
final class PausedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PausedException(String why) {
        super(why, null, false, false);
    }
}
