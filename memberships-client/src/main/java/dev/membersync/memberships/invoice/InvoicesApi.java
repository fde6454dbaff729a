package dev.membersync.memberships.invoice;

import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import dev.membersync.memberships.internal.Listing;
import dev.membersync.memberships.internal.Wire;

/**
 * Invoices of the location on HighLevel. Thread-safe; calls fail as {@link Call} says. Source: SPEC, memberships-api.md
 * 2.6. Money that was paid on an invoice is found by {@code transactions().list(TransactionQuery.all().entity(id))}.
 */
public final class InvoicesApi {

    private static final String INVOICE = "invoiceId";

    private final Wire wire;

    /** Not for callers: a client makes one. */
    @SuppressWarnings("exports") // nobody else has a wire
    public InvoicesApi(Wire wire) {
        this.wire = wire;
    }

    /** Invoices: {@code GET /invoices/} (SPEC); place and size are required there (LIVE), so they are always sent. */
    public Paged<Invoice> list(InvoiceQuery query) {
        return wire.list(Listing.of("invoices.list", InvoiceReader::invoice, Invoice::id)
                .query(wire.place().and(query.terms()).map()));
    }

    /** One invoice: {@code GET /invoices/{invoiceId}} (SPEC). */
    public Call<Invoice> invoice(String invoiceId) {
        return wire.placed("invoices.get")
                .path(INVOICE, invoiceId)
                .reader(wire.one("invoices.get", InvoiceReader::invoice));
    }

    /** Makes a draft: {@code POST /invoices/} (SPEC); never repeated by itself. */
    public Call<Invoice> create(InvoiceDraft draft) {
        return wire.call("invoices.create")
                .json(wire.place().and(draft.terms()).map())
                .reader(wire.one("invoices.create", InvoiceReader::invoice));
    }

    /** Changes an invoice: {@code PUT /invoices/{invoiceId}} (SPEC). */
    public Call<Invoice> update(String invoiceId, InvoiceUpdate update) {
        return wire.call("invoices.update")
                .path(INVOICE, invoiceId)
                .json(wire.place().and(update.terms()).map())
                .reader(wire.one("invoices.update", InvoiceReader::invoice));
    }

    /** Sends an invoice to its receiver: {@code POST /invoices/{invoiceId}/send} (SPEC); never repeated by itself. */
    public Call<SentInvoice> send(String invoiceId, InvoiceSending sending) {
        return wire.call("invoices.send")
                .path(INVOICE, invoiceId)
                .json(wire.place().and(sending.terms()).map())
                .reader(body -> Json.object(body, this::sent));
    }

    /** Voids an invoice that nothing was paid on: {@code POST /invoices/{invoiceId}/void} (SPEC). */
    public Call<Invoice> makeVoid(String invoiceId) {
        return wire.call("invoices.void")
                .path(INVOICE, invoiceId)
                .json(wire.place().map())
                .reader(wire.one("invoices.void", InvoiceReader::invoice));
    }

    /**
     * Records a payment that was received elsewhere: {@code POST /invoices/{invoiceId}/record-payment} (SPEC). It has no
     * natural key, so it is never repeated by itself: after a lost answer read the invoice before another try. It cannot
     * be undone (no endpoint). The result is the invoice as it is then.
     */
    public Call<Invoice> recordPayment(String invoiceId, InvoicePayment payment) {
        return wire.call("invoices.recordPayment")
                .path(INVOICE, invoiceId)
                .json(wire.place().and(payment.terms()).map())
                .reader(wire.one("invoices.recordPayment", InvoiceReader::invoice));
    }

    /** The number that the next invoice would get: {@code GET /invoices/generate-invoice-number} (SPEC). */
    public Call<String> nextNumber() {
        return wire.placed("invoices.number")
                .reader(body -> Json.object(
                        body,
                        reply -> reply.text("invoiceNumber")
                                .orElseThrow(() -> new UnreadableException("no invoice number"))));
    }

    private SentInvoice sent(Fields root) {
        Fields invoice = wire.profile().route("invoices.send").keys().stream()
                .flatMap(key -> root.object(key).stream())
                .findFirst()
                .orElseThrow(() -> new UnreadableException("no invoice in the answer"));
        return new SentInvoice(InvoiceReader.invoice(invoice), root.rest());
    }
}
