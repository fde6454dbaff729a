package dev.membersync.sync.payment;

import java.time.Instant;
import java.util.List;

/**
 * One balanced entry of the journal.
 *
 * @param fact the fact that it books
 * @param at when that happened
 * @param postings its lines, of one currency, which sum to zero
 */
public record Entry(FactKey fact, Instant at, List<Posting> postings) {
    /** Refuses an entry that does not balance. */
    public Entry {
        postings = List.copyOf(postings);
        Money zero = new Money(0, postings.get(0).money().currency());
        Money sum = Money.sum(zero, postings.stream().map(Posting::money).toList());
        if (sum.signum() != 0) {
            throw new MoneyException("the entry of " + fact + " is off by " + sum);
        }
    }
}
