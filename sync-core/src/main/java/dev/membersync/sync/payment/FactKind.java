package dev.membersync.sync.payment;

/** What a fact says about money. */
public enum FactKind {
    /** Money was collected. One that names an earlier charge is a further part of the same payment. */
    CHARGE,
    /** Money of a charge went back. */
    REFUND,
    /** A payer disputes a charge; nothing has moved yet. */
    DISPUTE_OPENED,
    /** A dispute of the same source id ended for us. */
    DISPUTE_WON,
    /** A dispute of the same source id ended against us: the money is gone. */
    DISPUTE_LOST,
    /** What the collector kept. */
    FEE,
    /** What the collector paid into the bank. */
    PAYOUT,
    /** A part of a charge belongs to another purpose. */
    SPLIT,
    /** A correction of an earlier fact, in either direction: facts themselves are never changed. */
    ADJUSTMENT,
    /** What another system was told of money that it did not collect; a difference, in either direction. No cash. */
    MIRROR,
    /** A person's decision that a held fact counts after all. */
    RELEASE
}
