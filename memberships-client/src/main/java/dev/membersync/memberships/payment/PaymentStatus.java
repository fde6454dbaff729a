package dev.membersync.memberships.payment;

import dev.membersync.client.internal.Texts;

/**
 * The status of a payment: an open enumeration, because the vendor publishes no list of values. A value that is not
 * among the constants is carried unchanged and never an error.
 *
 * <p>The constants are assumptions (INFER, memberships-api.md 7.2).
 *
 * @param value the text on the wire, not blank
 */
public record PaymentStatus(String value) {

    /** The money was received. */
    public static final PaymentStatus PAID = new PaymentStatus("paid");

    /** The money is expected. */
    public static final PaymentStatus PENDING = new PaymentStatus("pending");

    /** The money was given back. */
    public static final PaymentStatus REFUNDED = new PaymentStatus("refunded");

    /** The payment did not succeed. */
    public static final PaymentStatus FAILED = new PaymentStatus("failed");

    /** Refuses a blank text. */
    public PaymentStatus {
        Texts.required("status", value);
    }

    /** Whether the value is one of the constants of this type. */
    public boolean isKnown() {
        return equals(PAID) || equals(PENDING) || equals(REFUNDED) || equals(FAILED);
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
