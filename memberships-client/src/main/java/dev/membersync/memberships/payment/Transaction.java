package dev.membersync.memberships.payment;

import dev.membersync.client.internal.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Money that moved, as the vendor sent it, in a list or in detail; only the id is always there. The constructor may gain
 * components; it is not part of the compatibility promise.
 *
 * @param id             the vendor's id
 * @param status         the status
 * @param contactId      who paid
 * @param contactName    the payer's name; in lists
 * @param contactEmail   the payer's address; in lists
 * @param amount         the sum in major units, exactly as written
 * @param amountRefunded how much of it was given back
 * @param currency       the currency of all amounts, ISO 4217
 * @param liveMode       whether real money is meant
 * @param entityType     what it paid for, such as {@code order}
 * @param entityId       the id of that
 * @param source         what it came from
 * @param subscriptionId the payment provider's id of the subscription
 * @param invoiceId      the id of the invoice; in details
 * @param chargeId       the payment provider's id of the charge
 * @param createdAt      when it was made
 * @param updatedAt      when it was changed last
 * @param fulfilledAt    when the money came
 * @param extra          the fields that this type does not know. Unmodifiable
 */
public record Transaction(
        String id,
        Optional<TransactionStatus> status,
        Optional<String> contactId,
        Optional<String> contactName,
        Optional<String> contactEmail,
        Optional<BigDecimal> amount,
        Optional<BigDecimal> amountRefunded,
        Optional<String> currency,
        Optional<Boolean> liveMode,
        Optional<String> entityType,
        Optional<String> entityId,
        PaymentSource source,
        Optional<String> subscriptionId,
        Optional<String> invoiceId,
        Optional<String> chargeId,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Optional<Instant> fulfilledAt,
        Map<String, Object> extra) {

    /** Refuses a blank id; copies the extra fields. */
    public Transaction {
        Texts.required("id", id);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** Shows the ids and how much was paid for what, never a person's data. */
    @Override
    public String toString() {
        return "Transaction[id=" + id + ", status=" + status + ", contactId=" + contactId + ", amount=" + amount
                + ", entityId=" + entityId + ", extra=" + extra.keySet() + "]";
    }
}
