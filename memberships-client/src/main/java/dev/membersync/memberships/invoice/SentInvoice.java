package dev.membersync.memberships.invoice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An invoice on its way.
 *
 * @param invoice the invoice as it is now
 * @param extra   what the vendor says about the way: {@code smsData}, {@code emailData}. Unmodifiable
 */
public record SentInvoice(Invoice invoice, Map<String, Object> extra) {

    /** Copies the extra fields. */
    public SentInvoice {
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** Shows the invoice's id and the names of the rest, never a person's data. */
    @Override
    public String toString() {
        return "SentInvoice[invoice=" + invoice + ", extra=" + extra.keySet() + "]";
    }
}
