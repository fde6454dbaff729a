package dev.membersync.client.policy;

/** What repeating a call would do. */
public enum Safety {
    /** Changes nothing: may be repeated at will. */
    READ,
    /** Leaves the same state however often it is sent. */
    IDEMPOTENT_WRITE,
    /** May act twice when sent twice; a GET that changes state belongs here too. */
    ONCE_ONLY
}
