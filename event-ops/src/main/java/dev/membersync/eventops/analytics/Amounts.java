package dev.membersync.eventops.analytics;

import java.util.Currency;
import java.util.OptionalLong;

/**
 * The money of one registration, in minor units of one currency.
 *
 * @param currency the currency
 * @param gross what was charged, before refunds
 * @param refunded what of it went back, at most {@code gross}
 * @param fee what processor and platform kept; empty when nobody says
 * @param feeReturned what of the fee came back
 */
public record Amounts(Currency currency, long gross, long refunded, OptionalLong fee, long feeReturned) {
    /** Refuses amounts below zero and refunds above the charge. */
    public Amounts {
        if (gross < 0 || refunded < 0 || fee.orElse(0) < 0 || feeReturned < 0) {
            throw new IllegalArgumentException("amounts of a registration are not below zero");
        }
        if (refunded > gross) {
            throw new IllegalArgumentException("refunds of " + refunded + " are above the charge of " + gross + " "
                    + currency.getCurrencyCode() + "; mend the source");
        }
    }

    /** Amounts with a fee of which nothing came back. */
    public static Amounts of(String currency, long gross, long refunded, long fee) {
        return new Amounts(Currency.getInstance(currency), gross, refunded, OptionalLong.of(fee), 0);
    }
}
