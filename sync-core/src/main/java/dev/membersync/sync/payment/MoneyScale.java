package dev.membersync.sync.payment;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How one processor writes amounts: by ISO 4217, but for the currencies that it treats in a way of its own, such as a
 * card processor that counts hundredths of a currency without decimals. What it says is turned into ISO minor units,
 * exactly or not at all. Immutable.
 */
public final class MoneyScale {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final Pattern SHOWN = Pattern.compile("[-+0-9.,]{1,40}");
    private static final MoneyScale ISO = new MoneyScale(Map.of(), OptionalInt.empty());

    private final Map<Currency, Integer> overrides;
    private final OptionalInt printed;

    private MoneyScale(Map<Currency, Integer> overrides, OptionalInt printed) {
        this.overrides = Map.copyOf(overrides);
        this.printed = printed;
    }

    /** ISO 4217 for every currency. */
    public static MoneyScale iso() {
        return ISO;
    }

    /** The processor counts this currency with another number of decimals, 0 to 4. */
    public MoneyScale with(String currency, int decimals) {
        if (decimals < 0 || decimals > 4) {
            throw new MoneyException("a currency has 0 to 4 decimals, not " + decimals);
        }
        Map<Currency, Integer> table = new HashMap<>(overrides);
        table.put(Money.currency(currency), decimals);
        return new MoneyScale(table, printed);
    }

    /** The vendor prints this many decimals whatever the currency: zeros beyond those of the currency are taken. */
    public MoneyScale printing(int decimals) {
        return new MoneyScale(overrides, OptionalInt.of(decimals));
    }

    /** How many decimals the processor counts with. */
    public int decimals(Currency currency) {
        return overrides.getOrDefault(
                currency, Money.ofMinor(0, currency.getCurrencyCode()).scale());
    }

    /** Reads a decimal text in major units; see {@link Money#parse}. */
    public Money parse(String text, String currency) {
        Currency known = Money.currency(currency);
        if (!DECIMAL.matcher(text).matches()) {
            throw new MoneyException("the amount " + (SHOWN.matcher(text).matches() ? text + " " : "")
                    + "is no plain decimal number such as 12.34; nothing is stripped from it or guessed");
        }
        BigDecimal amount = new BigDecimal(text);
        if (amount.scale() > decimals(known) && amount.scale() != printed.orElse(-1)) {
            throw Money.tooFine(text, decimals(known), known);
        }
        return exact(Money.exactly(amount, decimals(known), known), known);
    }

    /** Takes a JSON number in major units; see {@link Money#of}. */
    public Money of(BigDecimal amount, String currency) {
        Currency known = Money.currency(currency);
        return exact(Money.exactly(amount, decimals(known), known), known);
    }

    /** Takes an amount in the processor's own smallest units. */
    public Money ofUnits(long units, String currency) {
        return exact(units, Money.currency(currency));
    }

    private Money exact(long units, Currency currency) {
        Money zero = new Money(0, currency);
        if (decimals(currency) == zero.scale()) {
            return new Money(units, currency);
        }
        BigDecimal amount = BigDecimal.valueOf(units, decimals(currency));
        return new Money(Money.exactly(amount, zero.scale(), currency), currency);
    }
}
