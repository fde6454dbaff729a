package dev.membersync.memberships.invoice;

import dev.membersync.client.internal.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An invoice as the vendor sent it; only the id is always there. Days are texts as the vendor writes them, because it
 * names no time zone. The constructor may gain components; it is not part of the compatibility promise.
 *
 * @param id        the vendor's id
 * @param status    the status
 * @param number    the number printed on it; a number on the wire becomes its text
 * @param name      the vendor's name of it
 * @param title     the title printed on it
 * @param liveMode  whether real money is meant
 * @param contact   who is to pay
 * @param items     what is charged for. Unmodifiable
 * @param currency  the currency of all amounts, ISO 4217
 * @param total     the sum in major units, exactly as written
 * @param paid      how much of it is paid
 * @param due       how much of it is owed
 * @param issueDate the day it is dated, such as {@code 2026-01-31}
 * @param dueDate   the day by which it is to be paid
 * @param createdAt when it was made
 * @param updatedAt when it was changed last
 * @param extra     the fields that this type does not know. Unmodifiable
 */
public record Invoice(
        String id,
        Optional<InvoiceStatus> status,
        Optional<String> number,
        Optional<String> name,
        Optional<String> title,
        Optional<Boolean> liveMode,
        Optional<InvoiceContact> contact,
        List<InvoiceItem> items,
        Optional<String> currency,
        Optional<BigDecimal> total,
        Optional<BigDecimal> paid,
        Optional<BigDecimal> due,
        Optional<String> issueDate,
        Optional<String> dueDate,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Map<String, Object> extra) {

    /** Refuses a blank id; copies the collections. */
    public Invoice {
        Texts.required("id", id);
        items = List.copyOf(items);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** Shows the id and what is owed, never a person's data. */
    @Override
    public String toString() {
        return "Invoice[id=" + id + ", status=" + status + ", number=" + number + ", total=" + total + ", due=" + due
                + ", extra=" + extra.keySet() + "]";
    }
}
