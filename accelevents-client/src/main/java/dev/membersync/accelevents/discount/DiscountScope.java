package dev.membersync.accelevents.discount;

import dev.membersync.accelevents.internal.value.Words;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a discount is taken off: an open word, so that one the vendor adds later is carried, not refused.
 *
 * <p>Two words are equal without regard to case, blanks, underscores and hyphens; {@link #value()} is the text as it came. Source: R:get-all-discount-codes-for-ticketing (DOC).
 */
public record DiscountScope(String value) {
    /** Every ticket. */
    public static final DiscountScope PER_TICKET = new DiscountScope("PER_TICKET");

    /** The order, once. */
    public static final DiscountScope PER_ORDER = new DiscountScope("PER_ORDER");

    private static final Set<DiscountScope> KNOWN = Set.of(PER_TICKET, PER_ORDER);

    public DiscountScope {
        Objects.requireNonNull(value, "value");
    }

    /** Whether this is one of the words listed here; false for an empty one. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DiscountScope that && Words.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return Words.key(value).hashCode();
    }
}
