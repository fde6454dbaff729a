package dev.membersync.memberships.payment;

import dev.membersync.client.internal.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A subscription as the vendor sent it, in a list or in detail; only the id is always there. The constructor may gain
 * components; it is not part of the compatibility promise.
 *
 * @param id             the vendor's id
 * @param status         the status
 * @param contactId      who pays
 * @param contactName    the payer's name; in lists
 * @param contactEmail   the payer's address; in lists
 * @param amount         the sum of one period in major units, exactly as written
 * @param currency       its currency, ISO 4217
 * @param liveMode       whether real money is meant
 * @param entityType     what it was agreed on with, such as {@code order}
 * @param entityId       the id of that
 * @param source         what it came from
 * @param subscriptionId the payment provider's id
 * @param createdAt      when it was made
 * @param updatedAt      when it was changed last
 * @param canceledAt     when it was cancelled; in details
 * @param extra          the fields that this type does not know, {@code schedule} of a detail among them. Unmodifiable
 */
public record Subscription(
        String id,
        Optional<SubscriptionStatus> status,
        Optional<String> contactId,
        Optional<String> contactName,
        Optional<String> contactEmail,
        Optional<BigDecimal> amount,
        Optional<String> currency,
        Optional<Boolean> liveMode,
        Optional<String> entityType,
        Optional<String> entityId,
        PaymentSource source,
        Optional<String> subscriptionId,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Optional<Instant> canceledAt,
        Map<String, Object> extra) {

    /** Refuses a blank id; copies the extra fields. */
    public Subscription {
        Texts.required("id", id);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** Shows the ids and the price, never a person's data. */
    @Override
    public String toString() {
        return "Subscription[id=" + id + ", status=" + status + ", contactId=" + contactId + ", amount=" + amount
                + ", entityId=" + entityId + ", extra=" + extra.keySet() + "]";
    }
}
