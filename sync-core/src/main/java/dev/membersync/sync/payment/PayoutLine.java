package dev.membersync.sync.payment;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a payout as the collector lists it. Neither service shows payouts: lines come from the user.
 *
 * @param id the line's id
 * @param gross what was collected
 * @param fee what the collector kept of it
 * @param net what was paid out
 */
public record PayoutLine(String id, Money gross, Money fee, Money net) {
    /** What the line is off: zero when net is gross less fee. */
    public Money gap() {
        return gross.minus(fee).minus(net);
    }

    /**
     * A {@link DiscrepancyKind#FEE_DIFF} when the line is off by more than the tolerance.
     *
     * @param tolerance in minor units; 1 as a rule
     */
    public Optional<Discrepancy> check(long tolerance, Instant now) {
        long off = gap().minor();
        return off >= -tolerance && off <= tolerance
                ? Optional.empty()
                : Optional.of(new Discrepancy(
                        DiscrepancyKind.FEE_DIFF, id, "gross " + gross + " less fee " + fee + " is not " + net, now));
    }
}
