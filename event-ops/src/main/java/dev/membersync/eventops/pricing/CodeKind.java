package dev.membersync.eventops.pricing;

/** The two kinds of codes of Accelevents. */
public enum CodeKind {
    /** Lowers a price. */
    DISCOUNT,
    /** Opens hidden ticket classes. The body of its call is not documented, and no call lists them. */
    ACCESS
}
