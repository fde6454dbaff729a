package dev.membersync.accelevents.feed;

/** Which of the two lists a ticket was found in. */
public enum Origin {
    /** In both, joined by issued ticket id or barcode. */
    BOTH,
    /** In an order alone: the attendee list was not asked or has no such row. */
    ORDERS,
    /** In the attendee list alone: no order shows it. */
    ATTENDEES
}
