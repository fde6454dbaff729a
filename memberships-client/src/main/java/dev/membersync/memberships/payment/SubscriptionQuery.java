package dev.membersync.memberships.payment;

import dev.membersync.memberships.internal.Terms;
import java.time.LocalDate;

/** Which subscriptions to list; begin with {@link #all}. Immutable. Source of all terms: SPEC, memberships-api.md 2.5 P9. */
public final class SubscriptionQuery {

    private final Terms terms;

    private SubscriptionQuery(Terms terms) {
        this.terms = terms;
    }

    /** All subscriptions of the location. */
    public static SubscriptionQuery all() {
        return new SubscriptionQuery(Terms.none());
    }

    /** Those of this order or invoice. */
    public SubscriptionQuery entity(String entityId) {
        return new SubscriptionQuery(terms.text("entityId", entityId));
    }

    /** Those of live payments, or those of test payments. */
    public SubscriptionQuery live(boolean live) {
        return new SubscriptionQuery(terms.and("paymentMode", live ? "live" : "test"));
    }

    /** Those from this day to that; the time zone is not documented, UTC is likely (INFER). */
    public SubscriptionQuery between(LocalDate first, LocalDate last) {
        return new SubscriptionQuery(terms.and("startAt", first).and("endAt", last));
    }

    /** Those that came from this kind of source. */
    public SubscriptionQuery source(SourceType type) {
        return new SubscriptionQuery(terms.and("entitySourceType", type.value()));
    }

    /** Those that the vendor's search finds for this text. */
    public SubscriptionQuery search(String text) {
        return new SubscriptionQuery(terms.text("search", text));
    }

    /** Those of this contact. */
    public SubscriptionQuery contact(String contactId) {
        return new SubscriptionQuery(terms.text("contactId", contactId));
    }

    /** The one with this id. */
    public SubscriptionQuery id(String id) {
        return new SubscriptionQuery(terms.text("id", id));
    }

    /** Asks for the number of payments collected, which comes in {@link Subscription#extra}. */
    public SubscriptionQuery countingPayments() {
        return new SubscriptionQuery(terms.and("getPaymentsCollectedCount", true));
    }

    Terms terms() {
        return terms;
    }

    @Override
    public String toString() {
        return "SubscriptionQuery" + terms;
    }
}
