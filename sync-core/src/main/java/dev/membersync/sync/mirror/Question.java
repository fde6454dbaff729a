package dev.membersync.sync.mirror;

/**
 * Why a payment is for a person.
 *
 * @param kind the kind of review
 * @param reason why, for people; amounts and ids, no person's data
 */
record Question(String kind, String reason) {
    static final String AMOUNT = "PAYMENT_AMOUNT";
    static final String CURRENCY = "PAYMENT_CURRENCY";
    static final String HELD = "PAYMENT_HELD";
    static final String MEMBER = "PAYMENT_MEMBER";
    static final String CONFLICT = "PAYMENT_CONFLICT";
    static final String REFUSED = "PAYMENT_REFUSED";
    static final String BY_HAND = "PAYMENT_BY_HAND";
    static final String GONE = "PAYMENT_GONE";
}
