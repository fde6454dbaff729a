package dev.membersync.memberships.invoice;

import dev.membersync.memberships.internal.Amounts;
import dev.membersync.memberships.internal.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A payment received elsewhere, to record on an invoice; begin with how it was made. Without an amount it is all that is
 * owed. The vendor requires {@code notes}, so they are always sent: the place for the payment's id in the other system.
 * Immutable. Source: SPEC, memberships-api.md 2.6 I7. The SPEC also calls {@code card} and {@code cheque} required
 * whatever the mode; only the block of the mode is sent (INFER, 10.13), and {@link #extra} adds another should a 422 ask
 * for it.
 */
public final class InvoicePayment {

    private final Terms terms;

    private InvoicePayment(Terms terms) {
        this.terms = terms;
    }

    /** Paid in cash. */
    public static InvoicePayment cash(String notes) {
        return by("cash", notes);
    }

    /** Paid by a card of this brand, with these last four digits; on orders the vendor calls the brand {@code type}. */
    public static InvoicePayment card(String brand, String last4, String notes) {
        Terms card = Terms.none().text("brand", brand).text("last4", last4);
        return new InvoicePayment(by("card", notes).terms.and("card", card));
    }

    /** Paid by a cheque of this number. */
    public static InvoicePayment cheque(String number, String notes) {
        return new InvoicePayment(
                by("cheque", notes).terms.and("cheque", Terms.none().text("number", number)));
    }

    /** Paid by bank transfer. */
    public static InvoicePayment bankTransfer(String notes) {
        return by("bank_transfer", notes);
    }

    /** Paid in another way. */
    public static InvoicePayment other(String notes) {
        return by("other", notes);
    }

    /** The amount in major units, above zero; goes out as exactly this decimal number. */
    public InvoicePayment amount(BigDecimal amount) {
        return new InvoicePayment(terms.and("amount", Amounts.paid("amount", amount)));
    }

    /** When the money came. */
    public InvoicePayment fulfilledAt(Instant time) {
        return new InvoicePayment(terms.and("fulfilledAt", time));
    }

    /** The parts of a payment schedule that it pays. */
    public InvoicePayment schedules(List<String> paymentScheduleIds) {
        return new InvoicePayment(terms.and("paymentScheduleIds", paymentScheduleIds));
    }

    /** Data of the caller's own. */
    public InvoicePayment meta(Map<String, ?> meta) {
        return new InvoicePayment(terms.and("meta", meta));
    }

    /** A field that this type does not send by itself. */
    public InvoicePayment extra(String name, Object value) {
        return new InvoicePayment(terms.and(name, value));
    }

    Terms terms() {
        return terms;
    }

    @Override
    public String toString() {
        return "InvoicePayment" + terms;
    }

    private static InvoicePayment by(String mode, String notes) {
        return new InvoicePayment(Terms.none().and("mode", mode).and("notes", notes));
    }
}
