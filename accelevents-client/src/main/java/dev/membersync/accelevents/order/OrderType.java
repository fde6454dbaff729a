package dev.membersync.accelevents.order;

import dev.membersync.accelevents.internal.value.Words;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an order was paid, as rows name it: an open word, so that one the vendor adds later is carried, not refused.
 *
 * <p>Two words are equal without regard to case, blanks, underscores and hyphens; {@link #value()} is the text as it came. Source: vendor pages (DOC).
 */
public record OrderType(String value) {
    /** Cash. */
    public static final OrderType CASH = new OrderType("CASH");

    /** Card; requests call it {@code CC}. */
    public static final OrderType CARD = new OrderType("CARD");

    /** Free of charge. */
    public static final OrderType COMPLIMENTARY = new OrderType("COMPLIMENTARY");

    /** Not paid yet. */
    public static final OrderType UNPAID = new OrderType("UNPAID");

    /** Deleted before it was paid. */
    public static final OrderType UNPAID_DELETE = new OrderType("UNPAID_DELETE");

    /** Sold in the app. */
    public static final OrderType APP = new OrderType("APP");

    /** Paid outside the platform. */
    public static final OrderType EXTERNAL_TRANSACTION = new OrderType("EXTERNAL_TRANSACTION");

    private static final Set<OrderType> KNOWN =
            Set.of(CASH, CARD, COMPLIMENTARY, UNPAID, UNPAID_DELETE, APP, EXTERNAL_TRANSACTION);

    public OrderType {
        Objects.requireNonNull(value, "value");
    }

    /** Whether this is one of the words listed here; false for an empty one. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrderType that && Words.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return Words.key(value).hashCode();
    }
}
