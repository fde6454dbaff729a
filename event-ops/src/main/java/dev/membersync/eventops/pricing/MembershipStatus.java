package dev.membersync.eventops.pricing;

/** Where a membership stands on a day. */
public enum MembershipStatus {
    /** The first term is not paid: no member price, a place may be held. */
    PENDING,
    /** Joined lately. */
    NEW,
    /** Within its term. */
    ACTIVE,
    /** Its term is over for a short while: member price, flagged. */
    GRACE,
    /** Its term is over: standard price from the next purchase on. */
    EXPIRED,
    /** Suspended by the organisation; paid tickets are kept. */
    SUSPENDED,
    /** Cancelled; paid tickets are kept. */
    CANCELED,
    /** The member died: all outreach stops. */
    DECEASED,
    /** The member was erased: all outreach stops. */
    ERASED
}
