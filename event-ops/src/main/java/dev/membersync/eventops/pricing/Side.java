package dev.membersync.eventops.pricing;

/** Where an object is. */
public enum Side {
    /** The event platform. */
    ACCELEVENTS,
    /** The Memberships API. */
    MEMBERSHIPS,
    /** Nowhere but with people. */
    PEOPLE
}
