package dev.membersync.memberships.invoice;

import dev.membersync.client.internal.Fields;
import dev.membersync.memberships.internal.Ids;

/** Reads the records of this room. Each reads {@code extra} last: it is what nobody has asked for. */
final class InvoiceReader {

    private InvoiceReader() {}

    static Invoice invoice(Fields row) {
        return new Invoice(
                Ids.of(row, "an invoice", "_id", "id"),
                row.text("status").map(InvoiceStatus::new),
                row.text("invoiceNumber"),
                row.text("name"),
                row.text("title"),
                row.flag("liveMode"),
                row.object("contactDetails").map(InvoiceReader::contact),
                row.objects("invoiceItems", "items").stream()
                        .map(InvoiceReader::item)
                        .toList(),
                row.text("currency"),
                row.decimal("total"),
                row.decimal("amountPaid"),
                row.decimal("amountDue"),
                row.text("issueDate"),
                row.text("dueDate"),
                row.instant("createdAt"),
                row.instant("updatedAt"),
                row.rest());
    }

    private static InvoiceContact contact(Fields row) {
        return new InvoiceContact(
                row.text("id", "_id"), row.text("name"), row.text("email"), row.text("phoneNo"), row.rest());
    }

    private static InvoiceItem item(Fields row) {
        return new InvoiceItem(
                row.text("name"),
                row.text("currency"),
                row.decimal("amount"),
                row.decimal("qty"),
                row.text("productId"),
                row.text("priceId"),
                row.rest());
    }
}
