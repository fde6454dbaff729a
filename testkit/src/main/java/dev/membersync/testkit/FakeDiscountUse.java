package dev.membersync.testkit;

import java.math.BigDecimal;

/**
 * The discount of an order.
 *
 * @param code the discount code, or an empty text
 * @param amount how much it takes off, in major units
 */
public record FakeDiscountUse(String code, BigDecimal amount) {
    /** No discount. */
    public static final FakeDiscountUse NONE = new FakeDiscountUse("", BigDecimal.ZERO);
}
