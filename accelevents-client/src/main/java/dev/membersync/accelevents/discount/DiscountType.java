package dev.membersync.accelevents.discount;

import dev.membersync.accelevents.internal.value.Words;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the amount of a discount is meant: an open word, so that one the vendor adds later is carried, not refused.
 *
 * <p>Two words are equal without regard to case, blanks, underscores and hyphens; {@link #value()} is the text as it came. Source: R:get-all-discount-codes-for-ticketing (DOC).
 */
public record DiscountType(String value) {
    /** Per cent of the price, at most 100 (4060414). */
    public static final DiscountType PERCENTAGE = new DiscountType("PERCENTAGE");

    /** A sum in major units of the event's currency. */
    public static final DiscountType FLAT = new DiscountType("FLAT");

    private static final Set<DiscountType> KNOWN = Set.of(PERCENTAGE, FLAT);

    public DiscountType {
        Objects.requireNonNull(value, "value");
    }

    /** Whether this is one of the words listed here; false for an empty one. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DiscountType that && Words.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return Words.key(value).hashCode();
    }
}
