package dev.membersync.eventops.analytics;

/** How the money of a registration stands, as the vendor reports it; access is another axis. */
public enum PaymentStatus {
    /** Paid in full. */
    PAID,
    /** Nothing is to be paid. */
    COMPLIMENTARY,
    /** Nothing was paid yet. */
    UNPAID,
    /** A part was paid. */
    PARTIALLY_PAID,
    /** A part of what was paid went back. */
    PARTIALLY_REFUNDED,
    /** All that was paid went back. */
    REFUNDED,
    /** The vendor does not say. */
    UNKNOWN;

    /** Whether it is sold: paid, refunded in part at most, or complimentary. A full refund is none, a lost dispute still is. */
    boolean isSold() {
        return this == PAID || this == COMPLIMENTARY || this == PARTIALLY_REFUNDED;
    }

    /** Whether money is still to come. */
    boolean isPending() {
        return this == UNPAID || this == PARTIALLY_PAID;
    }
}
