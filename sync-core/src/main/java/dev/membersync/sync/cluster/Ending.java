package dev.membersync.sync.cluster;

/** Why a node stopped working on a tenant. */
public enum Ending {
    /** Another node has room for it. */
    HANDED_OVER,
    /** A node with a newer configuration of the tenant is there. */
    OUTDATED,
    /** Others saw no sign of this node for too long, so the tenant is theirs. */
    LOST,
    /** This node is being closed. */
    CLOSED
}
