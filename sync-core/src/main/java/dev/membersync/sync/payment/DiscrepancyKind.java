package dev.membersync.sync.payment;

/** What does not agree. A is Accelevents, B the Memberships side. */
public enum DiscrepancyKind {
    /** The Memberships side was told of money that nobody has seen at its collector. */
    MISSING_IN_A(true),
    /** Money was collected and the other side was not told in time. */
    MISSING_IN_B(true),
    /** Two ids for the same member, amount and minute: the mirror of the second is held. */
    DUPLICATE_SUSPECT(false),
    /** Both sides know the payment and name different amounts. */
    AMOUNT_DIFF(true),
    /** Currencies differ where they have to be the same. */
    CURRENCY_DIFF(true),
    /** A fee is not what gross and net say. */
    FEE_DIFF(true),
    /** The other side was told of the payment, but not of its refund. */
    REFUND_MISSING(true),
    /** More was given back, or lost, than was collected. */
    REFUND_EXCEEDS(true),
    /** A refund without a charge. */
    UNLINKED_REFUND(false),
    /** Refunded and still admitted, or cancelled and not refunded. */
    ACCESS_VS_MONEY(false),
    /** A dispute that is neither won nor lost. */
    DISPUTE_OPEN(false),
    /** One side is later than the other; ages into a missing one. */
    TIMING(false),
    /** A payment without a member. */
    ORPHAN_PAYMENT(false),
    /** A side was not read for longer than allowed: nothing counts as reconciled. */
    STALE_SOURCE(true),
    /** The vendor's word for the payment is not what the facts say. */
    STATUS_DRIFT(false),
    /** The total of an order is not the sum of its parts. */
    TOTAL_MISMATCH(true),
    /** Money went back from somebody who had not collected it. */
    NOT_COLLECTED_HERE(true),
    /** Two facts with one key say different things; the earlier one counts. */
    CONTRADICTION(true);

    private final boolean incident;

    DiscrepancyKind(boolean incident) {
        this.incident = incident;
    }

    /** Whether somebody has to act; the others are for a person to look at, or pass by themselves. */
    public boolean isIncident() {
        return incident;
    }
}
