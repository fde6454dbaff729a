package dev.membersync.memberships.payment;

import java.util.Objects;

/**
 * The status of a transaction: an open enumeration. The vendor lists none (SPEC has the first one; the others are INFER from its pages).
 *
 * @param value the text on the wire; an empty one is a value too
 */
public record TransactionStatus(String value) {

    /** The money was received. */
    public static final TransactionStatus SUCCEEDED = new TransactionStatus("succeeded");

    /** The money is on its way. */
    public static final TransactionStatus PENDING = new TransactionStatus("pending");

    /** The money did not come. */
    public static final TransactionStatus FAILED = new TransactionStatus("failed");

    /** The money was given back. */
    public static final TransactionStatus REFUNDED = new TransactionStatus("refunded");

    /** Refuses {@code null}. */
    public TransactionStatus {
        Objects.requireNonNull(value, "value");
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
