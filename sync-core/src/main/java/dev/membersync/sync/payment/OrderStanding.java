package dev.membersync.sync.payment;

/**
 * How an order stood when it was last read, beside its money.
 *
 * @param charge the key of its first charge
 * @param order the order
 * @param admitted how many of its tickets admit
 * @param ended how many do not any more
 * @param said the state that the vendor's word stands for
 * @param owed what it costs
 */
public record OrderStanding(FactKey charge, String order, long admitted, long ended, PaymentState said, Money owed) {}
