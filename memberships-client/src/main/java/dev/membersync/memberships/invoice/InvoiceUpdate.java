package dev.membersync.memberships.invoice;

import dev.membersync.client.Change;
import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What an invoice shall be. The vendor wants name, currency, items and both days every time; what else is not named
 * stays as it is (INFER). Whom it is sent to cannot be updated. Immutable. Source: SPEC, memberships-api.md 2.6.
 */
public final class InvoiceUpdate {

    private final Terms terms;

    private InvoiceUpdate(Terms terms) {
        this.terms = terms;
    }

    /** What every update says; the items replace those of the invoice. */
    public static InvoiceUpdate of(
            String name, String currency, List<InvoiceItem> items, LocalDate issueDate, LocalDate dueDate) {
        return new InvoiceUpdate(Terms.none()
                .text("name", name)
                .text("currency", currency)
                .and("invoiceItems", InvoiceDraft.items(items))
                .and("issueDate", issueDate)
                .and("dueDate", dueDate));
    }

    /** The title printed on it. */
    public InvoiceUpdate title(Change<String> title) {
        return new InvoiceUpdate(terms.change("title", title));
    }

    /** What it is about. */
    public InvoiceUpdate description(Change<String> text) {
        return new InvoiceUpdate(terms.change("description", text));
    }

    /** The terms printed on it; may be HTML. */
    public InvoiceUpdate termsNotes(Change<String> text) {
        return new InvoiceUpdate(terms.change("termsNotes", text));
    }

    /** The number printed on it. */
    public InvoiceUpdate number(String number) {
        return new InvoiceUpdate(terms.text("invoiceNumber", number));
    }

    /** Who is to pay. */
    public InvoiceUpdate contact(InvoiceContact contact) {
        return new InvoiceUpdate(terms.maybe("contactId", contact.id()).and("contactDetails", contact.terms()));
    }

    /** So much off the sum, in major units. */
    public InvoiceUpdate discount(BigDecimal amount) {
        return new InvoiceUpdate(terms.and("discount", InvoiceDraft.discount("fixed", amount)));
    }

    /** So many per cent off the sum. */
    public InvoiceUpdate discountPercentage(BigDecimal percent) {
        return new InvoiceUpdate(terms.and("discount", InvoiceDraft.discount("percentage", percent)));
    }

    /** Whether real money is meant. */
    public InvoiceUpdate live(boolean live) {
        return new InvoiceUpdate(terms.and("liveMode", live));
    }

    /** A field that this type does not know, as in {@link InvoiceDraft#extra}; {@code xeroDetails} too. */
    public InvoiceUpdate extra(String name, Object value) {
        return new InvoiceUpdate(terms.and(Texts.required("name", name), value));
    }

    Terms terms() {
        return terms;
    }

    @Override
    public String toString() {
        return "InvoiceUpdate" + terms;
    }
}
