package dev.membersync.accelevents.id;

/**
 * An order; the wire calls it {@code orderId}, {@code id} in list rows (DOC).
 *
 * @param value the number, positive
 */
public record OrderId(long value) {
    /** Refuses what is no id: {@link IllegalArgumentException} for zero and below. */
    public OrderId {
        Check.positive("an order", value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
