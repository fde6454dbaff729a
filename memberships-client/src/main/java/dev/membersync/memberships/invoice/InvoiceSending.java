package dev.membersync.memberships.invoice;

import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Terms;

/**
 * How an invoice reaches its receiver; begin with the way. {@code userId} is the staff user in whose name it goes.
 * Immutable. Source: SPEC, memberships-api.md 2.6 I5.
 */
public final class InvoiceSending {

    private final Terms terms;

    private InvoiceSending(Terms terms) {
        this.terms = terms;
    }

    /** By e-mail. */
    public static InvoiceSending byEmail(String userId) {
        return by("email", userId);
    }

    /** By text message. */
    public static InvoiceSending bySms(String userId) {
        return by("sms", userId);
    }

    /** By e-mail and text message. */
    public static InvoiceSending byEmailAndSms(String userId) {
        return by("sms_and_email", userId);
    }

    /** By hand: it counts as sent, and nobody is written to. */
    public static InvoiceSending manually(String userId) {
        return by("send_manually", userId);
    }

    /** Says that no real money is meant. */
    public InvoiceSending test() {
        return new InvoiceSending(terms.and("liveMode", false));
    }

    /** The name and address that the mail comes from. */
    public InvoiceSending from(String name, String email) {
        Terms from = Terms.none().text("fromName", name).text("fromEmail", email);
        return new InvoiceSending(terms.and("sentFrom", from));
    }

    /** A field that this type does not know, such as {@code autoPayment}. */
    public InvoiceSending extra(String name, Object value) {
        return new InvoiceSending(terms.and(Texts.required("name", name), value));
    }

    Terms terms() {
        return terms;
    }

    @Override
    public String toString() {
        return "InvoiceSending" + terms;
    }

    private static InvoiceSending by(String action, String userId) {
        return new InvoiceSending(
                Terms.none().text("userId", userId).and("action", action).and("liveMode", true));
    }
}
