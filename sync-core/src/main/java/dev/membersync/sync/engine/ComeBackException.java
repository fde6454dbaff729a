package dev.membersync.sync.engine;

/** A member cannot be finished now and can be later; the attempt counts. */
final class ComeBackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ComeBackException(String why) {
        super(why, null, false, false);
    }
}
