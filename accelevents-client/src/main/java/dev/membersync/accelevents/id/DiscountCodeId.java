package dev.membersync.accelevents.id;

/**
 * A discount code by number; the wire calls it {@code id} of the list of coupons (DOC).
 *
 * @param value the number, positive
 */
public record DiscountCodeId(long value) {
    /** Refuses what is no id: {@link IllegalArgumentException} for zero and below. */
    public DiscountCodeId {
        Check.positive("a discount code", value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
