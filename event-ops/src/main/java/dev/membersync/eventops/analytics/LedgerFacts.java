package dev.membersync.eventops.analytics;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the ledger of the synchronisation says about money on both sides.
 *
 * @param shares what agrees on both sides, by currency
 * @param exceptions what is open
 */
public record LedgerFacts(List<Share> shares, List<OpenException> exceptions) {
    /** Copies the lists. */
    public LedgerFacts {
        shares = List.copyOf(shares);
        exceptions = List.copyOf(exceptions);
    }

    /** The facts of several ledgers: the shares of one currency are added. */
    public static LedgerFacts of(List<Share> shares, List<OpenException> exceptions) {
        SortedMap<String, Share> byCurrency = new TreeMap<>();
        shares.forEach(share -> byCurrency.merge(
                share.currency().getCurrencyCode(),
                share,
                (one, other) -> new Share(
                        one.currency(),
                        Math.addExact(one.matched(), other.matched()),
                        Math.addExact(one.total(), other.total()),
                        one.matchedPayments() + other.matchedPayments(),
                        one.payments() + other.payments())));
        return new LedgerFacts(List.copyOf(byCurrency.values()), exceptions);
    }

    /**
     * What agrees of the money of one currency that both sides should know.
     *
     * @param currency the currency
     * @param matched what agrees, in minor units
     * @param total all of it, in minor units
     * @param matchedPayments how many payments agree
     * @param payments how many there are
     */
    public record Share(Currency currency, long matched, long total, long matchedPayments, long payments) {}

    /**
     * An exception that nobody has closed.
     *
     * @param kind its class
     * @param since since when
     */
    public record OpenException(String kind, Instant since) {}
}
