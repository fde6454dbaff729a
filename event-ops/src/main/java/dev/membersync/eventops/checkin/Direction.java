package dev.membersync.eventops.checkin;

/** Which way somebody walks through a gate. */
public enum Direction {
    /** In. */
    ENTRY,
    /** Out. */
    EXIT
}
