package dev.membersync.sync.policy;

/** What happens about a live ticket whose holder is no member. */
public enum UnknownRegistrants {
    /** It is left alone. */
    IGNORE,
    /** A person is asked, once for each ticket and holder. */
    REVIEW,
    /** Its holder becomes a member, where the Memberships side can make one; who it would be in doubt is asked about. */
    CREATE
}
