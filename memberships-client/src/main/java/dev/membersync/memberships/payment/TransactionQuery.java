package dev.membersync.memberships.payment;

import dev.membersync.memberships.internal.Terms;
import java.time.LocalDate;

/** Which transactions to list; begin with {@link #all}. Immutable. Source of all terms: SPEC, memberships-api.md 2.5 P7. */
public final class TransactionQuery {

    private final Terms terms;

    private TransactionQuery(Terms terms) {
        this.terms = terms;
    }

    /** All transactions of the location. */
    public static TransactionQuery all() {
        return new TransactionQuery(Terms.none());
    }

    /** Those of live payments, or those of test payments. */
    public TransactionQuery live(boolean live) {
        return new TransactionQuery(terms.and("paymentMode", live ? "live" : "test"));
    }

    /** Those from this day to that; the time zone is not documented, UTC is likely (INFER). */
    public TransactionQuery between(LocalDate first, LocalDate last) {
        return new TransactionQuery(terms.and("startAt", first).and("endAt", last));
    }

    /** Those that came from this kind of source. */
    public TransactionQuery source(SourceType type) {
        return new TransactionQuery(terms.and("entitySourceType", type.value()));
    }

    /** Those that came from this finer kind of source. */
    public TransactionQuery source(SourceSubType type) {
        return new TransactionQuery(terms.and("entitySourceSubType", type.value()));
    }

    /** Those that the vendor's search finds for this text. */
    public TransactionQuery search(String text) {
        return new TransactionQuery(terms.text("search", text));
    }

    /** Those of this subscription. */
    public TransactionQuery subscription(String subscriptionId) {
        return new TransactionQuery(terms.text("subscriptionId", subscriptionId));
    }

    /** Those of this order or invoice (LIVE: the vendor's issue 46). */
    public TransactionQuery entity(String entityId) {
        return new TransactionQuery(terms.text("entityId", entityId));
    }

    /** Those of this contact. */
    public TransactionQuery contact(String contactId) {
        return new TransactionQuery(terms.text("contactId", contactId));
    }

    Terms terms() {
        return terms;
    }

    @Override
    public String toString() {
        return "TransactionQuery" + terms;
    }
}
