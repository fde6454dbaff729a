package dev.membersync.sync.engine;

/** What the merge says of one field. */
enum Verdict {
    /** Nothing to do, and the base stays. */
    NOTHING,
    /** No write; what both sides show now is the new base. */
    REBASE,
    /** Write the member's value to the registration. */
    TO_RIGHT,
    /** Write the registration's value to the member. */
    TO_LEFT,
    /** Read the record in detail, then decide again. */
    LOOK,
    /** A person decides. */
    REVIEW,
    /** Somebody rewrites whatever is written: the pair stops. */
    FENCE
}
