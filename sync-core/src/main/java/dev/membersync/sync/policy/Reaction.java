package dev.membersync.sync.policy;

/** What to do in a {@link Situation}. */
public enum Reaction {
    /** Leave both sides as they are. */
    NOTHING,
    /** Merge field by field and write what the merge asks for. */
    MERGE,
    /** Make the registration. */
    CREATE,
    /** Link the registration that was found, then merge. */
    ADOPT,
    /** Come back when the open intent is settled. */
    WAIT,
    /** Ask a person. */
    REVIEW,
    /** Leave it, count it and list it with the reason. */
    SKIP,
    /** Close the link; the pair is not touched again while it is closed. */
    TOMBSTONE,
    /** Open a closed link again and merge, when both records are confirmed to be there; else nothing. */
    REVIVE
}
