package dev.membersync.memberships.invoice;

import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Amounts;
import dev.membersync.memberships.internal.Terms;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One line of an invoice (SPEC, memberships-api.md 2.6).
 *
 * @param name      what is charged for
 * @param currency  the currency of the amount, ISO 4217
 * @param amount    the price of one, in major units
 * @param quantity  how many
 * @param productId the product, when it is one of the location's
 * @param priceId   its price
 * @param extra     the fields that this type does not know, such as {@code taxes}; sent as they are. Unmodifiable
 */
public record InvoiceItem(
        Optional<String> name,
        Optional<String> currency,
        Optional<BigDecimal> amount,
        Optional<BigDecimal> quantity,
        Optional<String> productId,
        Optional<String> priceId,
        Map<String, Object> extra) {

    /** Copies the extra fields. */
    public InvoiceItem {
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** A line of a new invoice; the amount goes out as exactly this decimal number. */
    public static InvoiceItem of(String name, String currency, BigDecimal amount, int quantity) {
        return new InvoiceItem(
                Optional.of(Texts.required("name", name)),
                Optional.of(Texts.required("currency", currency)),
                Optional.of(Amounts.exact("amount", amount)),
                Optional.of(BigDecimal.valueOf(quantity)),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** The same line for this price of a product of the location. */
    public InvoiceItem priced(String product, String price) {
        return new InvoiceItem(name, currency, amount, quantity, Optional.of(product), Optional.of(price), extra);
    }

    Terms terms() {
        return Terms.of(extra)
                .maybe("name", name)
                .maybe("productId", productId)
                .maybe("priceId", priceId)
                .maybe("currency", currency)
                .maybe("amount", amount)
                .maybe("qty", quantity);
    }
}
