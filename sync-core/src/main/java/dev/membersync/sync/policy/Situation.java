package dev.membersync.sync.policy;

/** What a member and its registration look like beside what both last agreed on. */
public enum Situation {
    /** Both sides are as agreed. */
    CLEAN,
    /** The member changed. */
    LEFT_CHANGED,
    /** The registration changed. */
    RIGHT_CHANGED,
    /** Both changed, to the same values; or a read shows what was written as it was written. */
    AGREED,
    /** Both changed, in different fields. */
    MERGEABLE,
    /** Both changed one field, to different values. */
    CONFLICT,
    /** A member without a registration, and none that could be its own. */
    UNMATCHED,
    /** A member without a link, and exactly one registration that is its own by the match policy. */
    MATCHED,
    /** A member without a link, and the match policy cannot tell which registration is its own. */
    DISPUTED,
    /** A member without a link whose registration is on its way: an intent is open. */
    EXPLAINED,
    /** The member is confirmed to be gone. */
    LEFT_GONE,
    /** The member was merged into another one, as its side says. */
    LEFT_MERGED,
    /** The registration is confirmed to be gone. */
    RIGHT_GONE,
    /** One side is gone and the other changed. */
    GONE_AND_EDITED,
    /** Both are gone. */
    BOTH_GONE,
    /** The registration shows another name and another address at once: it may be another person's now. */
    IDENTITY,
    /** A late signal for a pair that was closed. */
    TOMBSTONED,
    /** A pair that was stopped because it would not come to rest. */
    FENCED
}
