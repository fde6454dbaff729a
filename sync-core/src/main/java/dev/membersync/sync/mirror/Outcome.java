package dev.membersync.sync.mirror;

/** How a look at one payment ended. */
enum Outcome {
    /** Nobody has to be told anything. */
    UNCHANGED,
    /** The other side was told. */
    TOLD,
    /** Nobody knows whose payment it is. */
    ORPHAN,
    /** A person has to decide. */
    ASKED,
    /** What was sent before has to rest; a later run goes on. */
    RESTS,
    /** It is not known whether the other side got it; the next run goes on. */
    FAILED
}
