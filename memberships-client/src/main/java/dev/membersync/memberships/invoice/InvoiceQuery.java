package dev.membersync.memberships.invoice;

import dev.membersync.memberships.internal.Terms;
import java.time.LocalDate;

/** Which invoices to list; begin with {@link #all}. Immutable. Source of all terms: SPEC, memberships-api.md 2.6 I1. */
public final class InvoiceQuery {

    private final Terms terms;

    private InvoiceQuery(Terms terms) {
        this.terms = terms;
    }

    /** All invoices of the location. */
    public static InvoiceQuery all() {
        return new InvoiceQuery(Terms.none());
    }

    /** Those of this status. */
    public InvoiceQuery status(InvoiceStatus status) {
        return new InvoiceQuery(terms.and("status", status.value()));
    }

    /** Those from this day to that; the time zone is not documented, UTC is likely (INFER). */
    public InvoiceQuery between(LocalDate first, LocalDate last) {
        return new InvoiceQuery(terms.and("startAt", first).and("endAt", last));
    }

    /** Those that the vendor's search finds for this text. */
    public InvoiceQuery search(String text) {
        return new InvoiceQuery(terms.text("search", text));
    }

    /** Those that are meant for real money, or those that are not. */
    public InvoiceQuery live(boolean live) {
        return new InvoiceQuery(terms.and("paymentMode", live ? "live" : "test"));
    }

    /** Those of this contact. */
    public InvoiceQuery contact(String contactId) {
        return new InvoiceQuery(terms.text("contactId", contactId));
    }

    /** The oldest first, by the day they are dated. */
    public InvoiceQuery oldestFirst() {
        return new InvoiceQuery(terms.and("sortField", "issueDate").and("sortOrder", "ascend"));
    }

    /** The newest first, by the day they are dated. */
    public InvoiceQuery newestFirst() {
        return new InvoiceQuery(terms.and("sortField", "issueDate").and("sortOrder", "descend"));
    }

    Terms terms() {
        return terms;
    }

    @Override
    public String toString() {
        return "InvoiceQuery" + terms;
    }
}
