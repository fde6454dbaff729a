package dev.membersync.examples.syncapp;

/** How a command ends. */
enum Exit {
    DONE(0, "done"),
    /** Done, but something is left for a person or a later run. */
    OPEN(1, "open"),
    /** Wrong usage or configuration, or a store that belongs to another process. */
    USAGE(2, "usage"),
    /** A guard stopped it before the first write. */
    STOPPED(3, "stopped"),
    /** A service refuses or is down, or did not show everything. */
    SERVICE(4, "service");

    private final int status;
    private final String word;

    Exit(int status, String word) {
        this.status = status;
        this.word = word;
    }

    int status() {
        return status;
    }

    String word() {
        return word;
    }
}
