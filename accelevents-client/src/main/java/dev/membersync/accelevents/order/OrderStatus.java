package dev.membersync.accelevents.order;

import dev.membersync.accelevents.internal.value.Words;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The payment status of an order: an open word, so that one the vendor adds later is carried, not refused.
 *
 * <p>Two words are equal without regard to case, blanks, underscores and hyphens; {@link #value()} is the text as it came. Source: help centre 8889867, both of its texts (DOC).
 */
public record OrderStatus(String value) {
    /** Paid in full. */
    public static final OrderStatus PAID = new OrderStatus("PAID");

    /** Nothing was paid; the holders still have access (DOC). */
    public static final OrderStatus UNPAID = new OrderStatus("UNPAID");

    /** Paid in part, newer word. */
    public static final OrderStatus PARTIAL = new OrderStatus("PARTIAL");

    /** Paid in part, older word. */
    public static final OrderStatus PARTIALLY_PAID = new OrderStatus("PARTIALLY_PAID");

    /** Free of charge. */
    public static final OrderStatus COMPLIMENTARY = new OrderStatus("COMPLIMENTARY");

    /** Refunded; the holders keep their access (DOC). */
    public static final OrderStatus REFUNDED = new OrderStatus("REFUNDED");

    /** Refunded in part. */
    public static final OrderStatus PARTIALLY_REFUNDED = new OrderStatus("PARTIALLY_REFUNDED");

    /** Cancelled; no access. */
    public static final OrderStatus CANCELED = new OrderStatus("CANCELED");

    /** Deleted; no access. */
    public static final OrderStatus DELETED = new OrderStatus("DELETE");

    private static final Set<OrderStatus> KNOWN = Set.of(
            PAID, UNPAID, PARTIAL, PARTIALLY_PAID, COMPLIMENTARY, REFUNDED, PARTIALLY_REFUNDED, CANCELED, DELETED);

    public OrderStatus {
        Objects.requireNonNull(value, "value");
    }

    /** Whether this is one of the words listed here; false for an empty one. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrderStatus that && Words.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return Words.key(value).hashCode();
    }
}
