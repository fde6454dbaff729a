package dev.membersync.memberships.payment;

import java.util.Objects;

/**
 * The status of an order: an open enumeration. The vendor lists none; the constants are those of its examples (SPEC).
 *
 * @param value the text on the wire; an empty one is a value too
 */
public record OrderStatus(String value) {

    /** It waits for its payment. */
    public static final OrderStatus PENDING = new OrderStatus("pending");

    /** It is paid for. */
    public static final OrderStatus COMPLETED = new OrderStatus("completed");

    /** Refuses {@code null}. */
    public OrderStatus {
        Objects.requireNonNull(value, "value");
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
