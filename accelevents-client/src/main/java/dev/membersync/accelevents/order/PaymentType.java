package dev.membersync.accelevents.order;

import dev.membersync.accelevents.internal.value.Words;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an order is to be paid, as requests name it: an open word, so that one the vendor adds later is carried, not refused.
 *
 * <p>Two words are equal without regard to case, blanks, underscores and hyphens; {@link #value()} is the text as it came. Source: {@code CC} DOC, {@code CASH} 3RD, all others INFER from the order types.
 */
public record PaymentType(String value) {
    /** Cash; the usual choice for a price of zero (3RD). */
    public static final PaymentType CASH = new PaymentType("CASH");

    /** Card; needs a token (DOC). */
    public static final PaymentType CARD = new PaymentType("CC");

    /** Free of charge (INFER, untested). */
    public static final PaymentType COMPLIMENTARY = new PaymentType("COMPLIMENTARY");

    /** To be paid later (INFER, untested). */
    public static final PaymentType UNPAID = new PaymentType("UNPAID");

    /** By check (INFER, untested). */
    public static final PaymentType CHECK = new PaymentType("CHECK");

    /** By invoice (INFER, untested). */
    public static final PaymentType INVOICE = new PaymentType("INVOICE");

    private static final Set<PaymentType> KNOWN = Set.of(CASH, CARD, COMPLIMENTARY, UNPAID, CHECK, INVOICE);

    public PaymentType {
        Objects.requireNonNull(value, "value");
    }

    /** Whether this is one of the words listed here; false for an empty one. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PaymentType that && Words.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return Words.key(value).hashCode();
    }
}
