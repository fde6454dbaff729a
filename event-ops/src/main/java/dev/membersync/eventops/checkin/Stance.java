package dev.membersync.eventops.checkin;

/** What a policy makes of something that is not as it should be. */
public enum Stance {
    /** Nothing. */
    ADMIT,
    /** Admits, and draws the operator's attention to it. */
    WARN,
    /** Does not admit. */
    DENY
}
