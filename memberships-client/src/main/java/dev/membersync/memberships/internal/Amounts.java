package dev.membersync.memberships.internal;

import java.math.BigDecimal;
import java.util.Objects;

/** The one check of amounts of money that are sent. */
public final class Amounts {

    private static final int MOST_DIGITS = 19;
    private static final int MOST_DECIMALS = 4;

    private Amounts() {}

    /**
     * Gives the amount back without an exponent: one is a legal JSON number, but not one that every reader of money takes.
     *
     * @throws IllegalArgumentException when it has more than 19 digits or 4 decimals
     */
    public static BigDecimal exact(String name, BigDecimal amount) {
        Objects.requireNonNull(amount, name);
        // In long arithmetic: the scale of 1E+2147483647 overflows an int, and its plain form the heap.
        long whole = (long) amount.precision() - amount.scale();
        if (amount.scale() > MOST_DECIMALS || amount.precision() > MOST_DIGITS || whole > MOST_DIGITS) {
            throw new IllegalArgumentException(name + " must have at most 19 digits and 4 decimals");
        }
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }

    /**
     * The same, for money that somebody paid.
     *
     * @throws IllegalArgumentException also when it is not above zero
     */
    public static BigDecimal paid(String name, BigDecimal amount) {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException(name + " must be above zero");
        }
        return exact(name, amount);
    }
}
