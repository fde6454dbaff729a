package dev.membersync.sync.mirror;

import dev.membersync.sync.adapter.PaymentSighting;
import dev.membersync.sync.payment.Money;

/**
 * The totals of one payment so far, in minor units of one currency.
 *
 * @param owed what it costs
 * @param paid what was collected
 * @param refunded what of it went back
 */
record Totals(Money owed, Money paid, Money refunded) {
    /**
     * The totals that a list shows.
     *
     * @throws dev.membersync.sync.payment.MoneyException when one of them cannot be taken exactly
     */
    static Totals of(PaymentSighting seen) {
        return new Totals(
                Money.of(seen.owed(), seen.currency()),
                Money.of(seen.paid().orElseThrow(), seen.currency()),
                Money.of(seen.refunded(), seen.currency()));
    }
}
