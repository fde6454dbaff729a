package dev.membersync.memberships.payment;

import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import dev.membersync.memberships.internal.Listing;
import dev.membersync.memberships.internal.Wire;

/**
 * The money that moved in the location on HighLevel; it can be read alone: there is no endpoint for refunds. Thread-safe;
 * calls fail as {@link Call} says. Source: SPEC, memberships-api.md 2.5.
 */
public final class TransactionsApi {

    private final Wire wire;

    /** Not for callers: a client makes one. */
    @SuppressWarnings("exports") // nobody else has a wire
    public TransactionsApi(Wire wire) {
        this.wire = wire;
    }

    /** Transactions: {@code GET /payments/transactions} (SPEC). */
    public Paged<Transaction> list(TransactionQuery query) {
        return wire.list(Listing.of("transactions.list", PaymentReader::transaction, Transaction::id)
                .query(wire.place().and(query.terms()).map()));
    }

    /** One transaction in detail: {@code GET /payments/transactions/{transactionId}} (SPEC). */
    public Call<Transaction> transaction(String transactionId) {
        return wire.placed("transactions.get")
                .path("transactionId", transactionId)
                .reader(wire.one("transactions.get", PaymentReader::transaction));
    }
}
