package dev.membersync.sync.adapter;

/**
 * What of a contact a payment is recorded on.
 *
 * @param kind an invoice or an order
 * @param name the title or name of the invoice, the name of the source of the order
 */
public record RecordOn(Kind kind, String name) {
    /** The kinds of papers. */
    public enum Kind {
        /** An invoice. */
        INVOICE,
        /** An order. */
        ORDER
    }
}
