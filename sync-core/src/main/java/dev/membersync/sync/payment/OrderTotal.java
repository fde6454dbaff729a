package dev.membersync.sync.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The parts of an order's total.
 *
 * @param order the order
 * @param total what the order says it costs
 * @param lines what each line costs
 * @param tax the tax on top
 * @param fees the fees that the buyer pays
 * @param discount what is taken off
 */
public record OrderTotal(String order, Money total, List<Money> lines, Money tax, Money fees, Money discount) {
    /** Copies the lines. */
    public OrderTotal {
        lines = List.copyOf(lines);
    }

    /** The gap between the total and the sum of its parts; zero when they agree. */
    public Money gap() {
        return total.minus(Money.sum(tax, lines).plus(fees).minus(discount));
    }

    /** A {@link DiscrepancyKind#TOTAL_MISMATCH} when there is a gap. */
    public Optional<Discrepancy> check(Instant now) {
        return gap().signum() == 0
                ? Optional.empty()
                : Optional.of(new Discrepancy(
                        DiscrepancyKind.TOTAL_MISMATCH,
                        order,
                        "the total " + total + " is " + gap() + " more than lines, tax and fees less discounts",
                        now));
    }
}
