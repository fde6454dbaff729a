package dev.membersync.sync.mapping;

/** Where a field of a registration can be read. */
public enum Visibility {
    /** Every row of a list shows it. */
    LIST,
    /** An order shows it, and so do the list and the feed of orders; the attendee list may not. */
    ORDER,
    /** Only a detail read of the one record shows it; elsewhere its value is unseen. */
    DETAIL
}
