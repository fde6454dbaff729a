package dev.membersync.sync.policy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a member whose plan asks for a ticket type with a price. A ticket is never booked as paid unasked.
 *
 * <p>The request words are the order types of the orders list; that the payment step takes them is inferred (INFER).
 */
public enum PaidTickets {
    /** A person decides. The default. */
    REVIEW(null),
    /** Registered, not paid. */
    UNPAID("UNPAID"),
    /** Registered free of charge. */
    COMPLIMENTARY("COMPLIMENTARY"),
    /** Registered as paid in cash. */
    CASH("CASH");

    private final Optional<String> paymentType;

    PaidTickets(@Nullable String word) {
        paymentType = Optional.ofNullable(word);
    }

    /** The payment type to book with; empty when nothing is booked. */
    public Optional<String> paymentType() {
        return paymentType;
    }
}
