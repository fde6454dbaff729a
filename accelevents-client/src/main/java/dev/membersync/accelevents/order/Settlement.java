package dev.membersync.accelevents.order;

import dev.membersync.accelevents.internal.value.Extras;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How the difference in price of an exchange is settled: the {@code paymentDetails} of its body (DOC).
 *
 * @param type how it was paid or will be
 * @param amount what was paid already, in major units of the event's currency, never negative
 * @param details every other field of {@code paymentDetails} by its name on the wire
 */
public record Settlement(PaymentType type, BigDecimal amount, Map<String, Object> details) {
    private static final Set<PaymentType> TAKES_MONEY = Set.of(PaymentType.CASH, PaymentType.CARD, PaymentType.CHECK);
    private static final Set<PaymentType> TAKES_NONE = Set.of(PaymentType.UNPAID, PaymentType.COMPLIMENTARY);
    private static final String TOKEN = "tokenOrIntentId";

    /** Nothing is due: cash, amount zero. */
    public static final Settlement NONE = of(PaymentType.CASH, BigDecimal.ZERO);

    /** The buyer owes the difference: unpaid, amount zero; the word is a guess (INFER). */
    public static final Settlement LATER = of(PaymentType.UNPAID, BigDecimal.ZERO);

    /** Refuses a negative amount: {@link IllegalArgumentException}. */
    public Settlement {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("the amount of a settlement is not negative");
        }
        details = Extras.copy(details);
    }

    /** An amount that was paid already, in this way. */
    public static Settlement paid(PaymentType type, BigDecimal amount) {
        return of(type, amount);
    }

    private static Settlement of(PaymentType type, BigDecimal amount) {
        return new Settlement(type, amount, Map.of())
                .with("note", "")
                .with("refundWithCancel", false)
                .with("internationalPayment", false);
    }

    /** The same with a note; empty by default. */
    public Settlement withNote(String note) {
        return with("note", note);
    }

    /** The same with the transaction that paid it; the layout of the date is not documented, so it is a text. */
    public Settlement withTransaction(String transactionId, String paymentDate) {
        return with("transactionId", transactionId).with("paymentDate", paymentDate);
    }

    /** The same with the token or intent of a card payment, which needs one. */
    public Settlement withToken(String tokenOrIntentId) {
        return with(TOKEN, tokenOrIntentId);
    }

    /** The same with the platform account of whoever recorded it. */
    public Settlement withCreatedBy(long userId) {
        return with("createdBy", userId);
    }

    /** The same with a link to a document about it. */
    public Settlement withDocument(String documentLink) {
        return with("documentLink", documentLink);
    }

    /** The same with {@code refundWithCancel}; false by default. What it does in an exchange is not documented. */
    public Settlement withRefundAndCancel(boolean flag) {
        return with("refundWithCancel", flag);
    }

    /** The same for a payment from abroad or not; false by default. */
    public Settlement withInternational(boolean flag) {
        return with("internationalPayment", flag);
    }

    /** Why this cannot settle a difference in price; empty when it can. */
    String objection(BigDecimal difference) {
        if (difference.signum() <= 0) {
            return amount.signum() == 0 ? "" : "nothing is due, so the amount is zero";
        }
        if (amount.compareTo(difference) > 0) {
            return "the amount is above the difference in price";
        }
        if (amount.signum() == 0) {
            return TAKES_MONEY.contains(type) ? "say what was paid, or Settlement.LATER" : "";
        }
        if (TAKES_NONE.contains(type)) {
            return "what is paid already is not " + type.value();
        }
        return type.equals(PaymentType.CARD) && !details.containsKey(TOKEN) ? "a card payment needs a token" : "";
    }

    private Settlement with(String field, Object value) {
        var more = new LinkedHashMap<>(details);
        more.put(field, value);
        return new Settlement(type, amount, more);
    }

    @Override
    public String toString() {
        return "Settlement[" + type.value() + ", " + amount + "]";
    }
}
