package dev.membersync.sync.payment;

/** How a payment stands, derived from what was paid and given back, never copied from a vendor. */
public enum PaymentState {
    /** Nothing was paid, and something is owed. */
    UNPAID("pending"),
    /** Less was paid than is owed. */
    PARTIALLY_PAID("partially_paid"),
    /** All was paid. */
    PAID("paid"),
    /** A part of what was paid went back. */
    PARTIALLY_REFUNDED("partially_refunded"),
    /** All that was paid went back. */
    REFUNDED("refunded");

    private final String word;

    PaymentState(String word) {
        this.word = word;
    }

    /** The word that the Memberships API is sent. */
    public String word() {
        return word;
    }

    /**
     * The state that amounts say.
     *
     * @param owed what the order costs
     * @param paid what was collected so far
     * @param refunded what of it went back
     */
    public static PaymentState of(Money owed, Money paid, Money refunded) {
        if (refunded.signum() > 0) {
            return paid.isMoreThan(refunded) ? PARTIALLY_REFUNDED : REFUNDED;
        }
        if (paid.signum() == 0) {
            return owed.signum() > 0 ? UNPAID : PAID;
        }
        return owed.isMoreThan(paid) ? PARTIALLY_PAID : PAID;
    }
}
