package dev.membersync.sync.payment;

import java.time.LocalDate;

/**
 * What one collector held for us at the beginning and at the end of a day, and what moved in between; all of one currency.
 *
 * @param day the day
 * @param collector who holds the money
 * @param opening what was held when the day began
 * @param charges what was collected
 * @param refunds what went back
 * @param disputes what was lost in disputes
 * @param fees what the collector kept
 * @param payouts what was paid out
 * @param adjustments corrections, in either direction
 * @param closing what was held when the day ended, from the journal
 */
public record DailyLine(
        LocalDate day,
        String collector,
        Money opening,
        Money charges,
        Money refunds,
        Money disputes,
        Money fees,
        Money payouts,
        Money adjustments,
        Money closing) {
    /** Closing less what opening and the movements come to: zero, or something is wrong. */
    public Money gap() {
        return closing.minus(opening.plus(charges)
                .minus(refunds)
                .minus(disputes)
                .minus(fees)
                .minus(payouts)
                .plus(adjustments));
    }
}
