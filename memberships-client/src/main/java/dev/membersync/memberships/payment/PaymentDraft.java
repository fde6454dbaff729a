package dev.membersync.memberships.payment;

import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Amounts;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A payment to record at the Memberships API. {@code paymentId} is its natural key: recording the same id twice records
 * one payment (INFER, memberships-api.md 10.4; the id also goes out as {@code Idempotency-Key}).
 *
 * @param paymentId the caller's id of the payment, not blank
 * @param amount    the amount in major units; it goes out as exactly this decimal number, trailing zeros included, never
 *                  through a floating-point number; at most 19 digits, 4 of them decimals. STANDARD sends no currency
 * @param status    the status of the payment
 * @param userId    who paid, not blank
 */
public record PaymentDraft(String paymentId, BigDecimal amount, PaymentStatus status, String userId) {

    /** Refuses blank ids and amounts out of range; turns an amount such as 1E+2 into 100. */
    public PaymentDraft {
        Texts.required("paymentId", paymentId);
        Texts.required("userId", userId);
        Objects.requireNonNull(status, "status");
        amount = Amounts.exact("amount", amount);
    }
}
