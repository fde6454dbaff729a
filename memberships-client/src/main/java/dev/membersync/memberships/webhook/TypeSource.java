package dev.membersync.memberships.webhook;

/** Where the type of an event was taken from. */
public enum TypeSource {
    /** The body names it. */
    STATED,
    /** The receiver was told what comes to its URL, and the body names nothing or something misspelled. */
    EXPECTED,
    /** Concluded from the shape of a body that names nothing (INFER). */
    INFERRED,
    /** Nobody knows. */
    NONE
}
