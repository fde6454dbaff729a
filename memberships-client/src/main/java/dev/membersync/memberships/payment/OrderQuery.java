package dev.membersync.memberships.payment;

import dev.membersync.memberships.internal.Terms;
import java.time.LocalDate;
import java.util.Collection;

/** Which orders to list; begin with {@link #all}. Immutable. Source of all terms: SPEC, memberships-api.md 2.5 P1. */
public final class OrderQuery {

    private final Terms terms;

    private OrderQuery(Terms terms) {
        this.terms = terms;
    }

    /** All orders of the location. */
    public static OrderQuery all() {
        return new OrderQuery(Terms.none());
    }

    /** Those of this status. */
    public OrderQuery status(OrderStatus status) {
        return new OrderQuery(terms.and("status", status.value()));
    }

    /** Those of this state of payment; the vendor takes {@code paid, unpaid, refunded, partially_paid}. */
    public OrderQuery paymentStatus(PaymentStatus status) {
        return new OrderQuery(terms.and("paymentStatus", status.value()));
    }

    /** Those of live payments, or those of test payments. */
    public OrderQuery live(boolean live) {
        return new OrderQuery(terms.and("paymentMode", live ? "live" : "test"));
    }

    /** Those from this day to that; the time zone is not documented, UTC is likely (INFER). */
    public OrderQuery between(LocalDate first, LocalDate last) {
        return new OrderQuery(terms.and("startAt", first).and("endAt", last));
    }

    /** Those that the vendor's search finds for this text. */
    public OrderQuery search(String text) {
        return new OrderQuery(terms.text("search", text));
    }

    /** Those of this contact. */
    public OrderQuery contact(String contactId) {
        return new OrderQuery(terms.text("contactId", contactId));
    }

    /** Those of one of these products of funnels. */
    public OrderQuery funnelProducts(Collection<String> ids) {
        return new OrderQuery(terms.text("funnelProductIds", String.join(",", ids)));
    }

    /** Those that came from the funnel, invoice or other source with this id. */
    public OrderQuery source(String sourceId) {
        return new OrderQuery(terms.text("sourceId", sourceId));
    }

    Terms terms() {
        return terms;
    }

    @Override
    public String toString() {
        return "OrderQuery" + terms;
    }
}
