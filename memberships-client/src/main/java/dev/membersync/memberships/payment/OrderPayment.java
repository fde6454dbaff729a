package dev.membersync.memberships.payment;

import dev.membersync.memberships.internal.Amounts;
import dev.membersync.memberships.internal.Terms;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A payment received elsewhere, to record on an order; begin with how it was made. Without an amount it is the whole
 * order. Immutable. Source: SPEC, memberships-api.md 2.5 P3.
 */
public final class OrderPayment {

    private final Terms terms;

    private OrderPayment(Terms terms) {
        this.terms = terms;
    }

    /** Paid in cash. */
    public static OrderPayment cash() {
        return by("cash");
    }

    /**
     * Paid by card; on orders the vendor calls the brand {@code type}.
     *
     * @param type        {@code visa}, {@code mastercard} or {@code other}
     * @param last4 the last four digits
     */
    public static OrderPayment card(String type, String last4) {
        Terms card = Terms.none().text("type", type).text("last4", last4);
        return new OrderPayment(by("card").terms.and("card", card));
    }

    /** Paid by a cheque of this number. */
    public static OrderPayment cheque(String number) {
        return new OrderPayment(by("cheque").terms.and("cheque", Terms.none().text("number", number)));
    }

    /** Paid by bank transfer. */
    public static OrderPayment bankTransfer() {
        return by("bank_transfer");
    }

    /** Paid in another way. */
    public static OrderPayment other() {
        return by("other");
    }

    /** The amount in major units, above zero; goes out as exactly this decimal number. */
    public OrderPayment amount(BigDecimal amount) {
        return new OrderPayment(terms.and("amount", Amounts.paid("amount", amount)));
    }

    /** Says that the amount is a part of what is owed. */
    public OrderPayment partial() {
        return new OrderPayment(terms.and("isPartialPayment", true));
    }

    /** A note; the place for the payment's id in the other system. */
    public OrderPayment notes(String notes) {
        return new OrderPayment(terms.and("notes", notes));
    }

    /** Data of the caller's own. */
    public OrderPayment meta(Map<String, ?> meta) {
        return new OrderPayment(terms.and("meta", meta));
    }

    Terms terms() {
        return terms;
    }

    @Override
    public String toString() {
        return "OrderPayment" + terms;
    }

    private static OrderPayment by(String mode) {
        return new OrderPayment(Terms.none().and("mode", mode));
    }
}
