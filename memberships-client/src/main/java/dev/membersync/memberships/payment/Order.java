package dev.membersync.memberships.payment;

import dev.membersync.client.internal.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An order as the vendor sent it, in a list or in detail; only the id is always there. The constructor may gain
 * components; it is not part of the compatibility promise.
 *
 * @param id                the vendor's id
 * @param status            the status
 * @param contactId         who bought
 * @param contactName       the buyer's name; in lists
 * @param contactEmail      the buyer's address; in lists
 * @param amount            the sum in major units, exactly as written
 * @param currency          the currency of all amounts, ISO 4217
 * @param liveMode          whether real money is meant
 * @param source            what the order came from
 * @param fulfillmentStatus whether things were handed over
 * @param createdAt         when it was made
 * @param updatedAt         when it was changed last
 * @param extra             the fields that this type does not know, {@code items} of a detail among them. Unmodifiable
 */
public record Order(
        String id,
        Optional<OrderStatus> status,
        Optional<String> contactId,
        Optional<String> contactName,
        Optional<String> contactEmail,
        Optional<BigDecimal> amount,
        Optional<String> currency,
        Optional<Boolean> liveMode,
        PaymentSource source,
        Optional<String> fulfillmentStatus,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Map<String, Object> extra) {

    /** Refuses a blank id; copies the extra fields. */
    public Order {
        Texts.required("id", id);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** Shows the ids and what was bought for how much, never a person's data. */
    @Override
    public String toString() {
        return "Order[id=" + id + ", status=" + status + ", contactId=" + contactId + ", amount=" + amount + ", extra="
                + extra.keySet() + "]";
    }
}
