package dev.membersync.memberships.invoice;

import java.util.Objects;

/**
 * The status of an invoice: an open enumeration (SPEC).
 *
 * @param value the text on the wire; an empty one is a value too
 */
public record InvoiceStatus(String value) {

    /** Nobody has seen it. */
    public static final InvoiceStatus DRAFT = new InvoiceStatus("draft");

    /** It is with its receiver. */
    public static final InvoiceStatus SENT = new InvoiceStatus("sent");

    /** A payment is on its way. */
    public static final InvoiceStatus PAYMENT_PROCESSING = new InvoiceStatus("payment_processing");

    /** It is paid. */
    public static final InvoiceStatus PAID = new InvoiceStatus("paid");

    /** It is void. */
    public static final InvoiceStatus VOID = new InvoiceStatus("void");

    /** A part of it is paid. */
    public static final InvoiceStatus PARTIALLY_PAID = new InvoiceStatus("partially_paid");

    /** Refuses {@code null}. */
    public InvoiceStatus {
        Objects.requireNonNull(value, "value");
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
