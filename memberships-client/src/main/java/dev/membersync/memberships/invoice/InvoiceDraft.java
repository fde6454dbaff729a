package dev.membersync.memberships.invoice;

import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An invoice to make; it is sent by {@link InvoicesApi#send}. Immutable. It is for real money, without a discount, and
 * goes to the contact's own address, unless something else is said. Source: SPEC, memberships-api.md 2.6.
 */
public final class InvoiceDraft {

    private final Terms terms;

    private InvoiceDraft(Terms terms) {
        this.terms = terms;
    }

    /** What every invoice has; {@code name} is for the people who work with the vendor. */
    public static InvoiceDraft of(
            String name, InvoiceContact contact, String currency, List<InvoiceItem> items, LocalDate issueDate) {
        return new InvoiceDraft(Terms.none()
                .text("name", name)
                .and("businessDetails", Map.of())
                .text("currency", currency)
                .and("items", items(items))
                .and("discount", discount("fixed", BigDecimal.ZERO))
                .and("contactDetails", contact.terms())
                .and("issueDate", issueDate)
                .and(
                        "sentTo",
                        Terms.none().and("email", contact.email().stream().toList()))
                .and("liveMode", true));
    }

    /** Who sends it: {@code name}, {@code logoUrl}, {@code phoneNo}, {@code website}, {@code address} (an object). */
    public InvoiceDraft business(Map<String, ?> details) {
        return new InvoiceDraft(terms.and("businessDetails", details));
    }

    /** The day by which it is to be paid. */
    public InvoiceDraft dueDate(LocalDate day) {
        return new InvoiceDraft(terms.and("dueDate", day));
    }

    /** The title printed on it. */
    public InvoiceDraft title(String title) {
        return new InvoiceDraft(terms.text("title", title));
    }

    /** The number printed on it; the vendor gives the next one otherwise. */
    public InvoiceDraft number(String number) {
        return new InvoiceDraft(terms.text("invoiceNumber", number));
    }

    /** The terms printed on it; may be HTML. */
    public InvoiceDraft termsNotes(String text) {
        return new InvoiceDraft(terms.and("termsNotes", text));
    }

    /** So much off the sum, in major units. */
    public InvoiceDraft discount(BigDecimal amount) {
        return new InvoiceDraft(terms.and("discount", discount("fixed", amount)));
    }

    /** So many per cent off the sum. */
    public InvoiceDraft discountPercentage(BigDecimal percent) {
        return new InvoiceDraft(terms.and("discount", discount("percentage", percent)));
    }

    /** The addresses it goes to, instead of the contact's own. */
    public InvoiceDraft sentTo(List<String> addresses) {
        return new InvoiceDraft(terms.and("sentTo", Terms.none().and("email", addresses)));
    }

    /** Says that no real money is meant. */
    public InvoiceDraft test() {
        return new InvoiceDraft(terms.and("liveMode", false));
    }

    /**
     * A field that this type does not know: {@code automaticTaxesEnabled}, {@code paymentSchedule}, {@code
     * lateFeesConfiguration}, {@code tipsConfiguration}, {@code invoiceNumberPrefix}, {@code paymentMethods}, {@code
     * attachments}, {@code miscellaneousCharges}. The vendor refuses names that it does not know.
     */
    public InvoiceDraft extra(String name, Object value) {
        return new InvoiceDraft(terms.and(Texts.required("name", name), value));
    }

    Terms terms() {
        return terms;
    }

    @Override
    public String toString() {
        return "InvoiceDraft" + terms;
    }

    static List<Terms> items(List<InvoiceItem> items) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("an invoice needs items");
        }
        return items.stream().map(InvoiceItem::terms).toList();
    }

    static Terms discount(String type, BigDecimal value) {
        return Terms.none().money("value", value).and("type", type);
    }
}
