package dev.membersync.testkit;

/** How a reply ends on the wire. It says nothing about the effect: whether that happened is the fake's business. */
public enum Ending {
    /** Status, headers and the whole body arrive. */
    COMPLETE,
    /** Not one reply byte arrives; the connection dies. */
    DROPPED,
    /** Status, headers and a part of the body arrive, then the connection dies. */
    TRUNCATED,
    /** Status, headers and a part of the body arrive, then nothing more; the connection stays open. */
    STALLED
}
