package dev.membersync.sync.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * An amount of money in whole minor units: cents of USD, yen of JPY, fils of KWD. It is exact or refused. Immutable.
 *
 * @param minor the amount in minor units, the whole range of a {@code long}
 * @param currency its currency, whose {@link Currency#getDefaultFractionDigits} is the scale (ISO 4217)
 */
public record Money(long minor, Currency currency) {
    private static final int MOST_DIGITS = 19;
    private static final int MOST_DECIMALS = 4;

    /** Refuses a currency without minor units, such as gold. */
    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new MoneyException(currency.getCurrencyCode() + " is no currency that people pay with (ISO 4217)");
        }
    }

    /** An amount in minor units. */
    public static Money ofMinor(long minor, String currency) {
        return new Money(minor, currency(currency));
    }

    /** Nothing, in this currency. */
    public static Money zero(String currency) {
        return ofMinor(0, currency);
    }

    /**
     * Reads a decimal text in major units: an optional sign, ASCII digits, and at most one point with a digit on each side.
     * Trailing zeros count as digits: {@code 12.340} USD and {@code 1000.00} JPY are refused; see
     * {@link MoneyScale#printing} for a vendor that prints a fixed number of them.
     *
     * @throws MoneyException when it is of another form, has more decimals than the currency, or is out of range
     */
    public static Money parse(String text, String currency) {
        return MoneyScale.iso().parse(text, currency);
    }

    /**
     * Takes a JSON number in major units by its exact value, so trailing zeros do not count; at most 19 digits and 4
     * decimals.
     *
     * @throws MoneyException when it has more decimals than the currency, or is out of range
     */
    public static Money of(BigDecimal amount, String currency) {
        return MoneyScale.iso().of(amount, currency);
    }

    /**
     * The currency with this code, whatever its case.
     *
     * @throws MoneyException when there is none
     */
    public static Currency currency(String code) {
        try {
            return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new MoneyException("the currency is no code of ISO 4217; name one such as USD");
        }
    }

    /** The exact value in minor units at this scale; trailing zeros do not count here. */
    static long exactly(BigDecimal amount, int scale, Currency currency) {
        BigDecimal value = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        // In long arithmetic: the scale of 1E+2147483647 overflows an int, and its plain form the heap.
        long whole = (long) value.precision() - value.scale();
        if (value.precision() > MOST_DIGITS || whole > MOST_DIGITS) {
            throw new MoneyException("the amount is out of range: at most 19 digits are taken");
        }
        if (value.scale() > MOST_DECIMALS || value.scale() > scale) {
            throw tooFine(value.scale() > MOST_DIGITS ? "" : value.toPlainString(), scale, currency);
        }
        try {
            return value.movePointRight(scale).longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new MoneyException("the amount is out of range: minor units have to fit 64 bits");
        }
    }

    static MoneyException tooFine(String text, int scale, Currency currency) {
        return new MoneyException("the amount " + (text.isEmpty() || text.length() > 2 * MOST_DIGITS ? "" : text + " ")
                + currency.getCurrencyCode() + " has more decimals than the " + scale
                + " of its currency; it is not rounded: mend it where it comes from");
    }

    /** How many decimals the currency has. */
    public int scale() {
        return currency.getDefaultFractionDigits();
    }

    /** The code of the currency, upper case. */
    public String code() {
        return currency.getCurrencyCode();
    }

    /** The amount in major units, with all decimals of its currency. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minor, scale());
    }

    /** Below, at or above zero, as -1, 0 or 1. */
    public int signum() {
        return Long.signum(minor);
    }

    /**
     * The sum.
     *
     * @throws MoneyException when the currencies differ or the sum is out of range
     */
    public Money plus(Money other) {
        return new Money(added(minor, same(other).minor), currency);
    }

    /** The difference; fails as {@link #plus}. */
    public Money minus(Money other) {
        return plus(other.negated());
    }

    /** The same amount with the other sign. */
    public Money negated() {
        if (minor == Long.MIN_VALUE) {
            throw new MoneyException("the amount is out of range: minor units have to fit 64 bits");
        }
        return new Money(-minor, currency);
    }

    /** Compares the amounts; fails when the currencies differ. */
    public boolean isMoreThan(Money other) {
        return minor > same(other).minor;
    }

    /**
     * Splits the amount by weights so that the parts sum to the whole: each gets its share rounded towards zero, and the
     * units that are left go to the largest remainders, of equal ones to the earlier part.
     *
     * @param weights at least one, none below zero, not all zero
     */
    public List<Money> split(List<Long> weights) {
        return Allocation.of(minor, weights).stream()
                .map(part -> new Money(part, currency))
                .toList();
    }

    /** The sum of amounts of one currency; {@code zero} gives the currency. */
    public static Money sum(Money zero, Iterable<Money> amounts) {
        List<Money> all = new ArrayList<>();
        amounts.forEach(all::add);
        return all.stream().reduce(zero, Money::plus);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new MoneyException(
                    code() + " and " + other.code() + " do not add up; there is no rate of exchange here");
        }
        return other;
    }

    private static long added(long one, long other) {
        try {
            return Math.addExact(one, other);
        } catch (ArithmeticException tooLarge) {
            throw new MoneyException("the amount is out of range: minor units have to fit 64 bits");
        }
    }

    /** The decimal amount and the code: {@code 25.00 USD}. */
    @Override
    public String toString() {
        return decimal().toPlainString() + " " + code();
    }
}
