package dev.membersync.sync.engine;

/** The event's own rules refuse a member: a person is asked, and nothing is tried again until the member changes. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String why) {
        super(why, null, false, false);
    }
}
