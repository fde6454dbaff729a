package dev.membersync.client;

/** How well a vendor fact is known, best first. */
public enum Confidence {
    /** The vendor's machine-readable specification. */
    SPEC,
    /** The vendor's documentation. */
    DOC,
    /** Seen on the live service. */
    LIVE,
    /** Read in a vendor's own SDK. */
    SDK,
    /** True once, for an older version. */
    OLD,
    /** Told by somebody else's client or article. */
    THIRD_PARTY,
    /** Concluded from the rest. */
    INFERRED
}
