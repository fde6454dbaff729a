package dev.membersync.accelevents.order;

import java.math.BigDecimal;

/**
 * What an exchange does to the money, by the prices of the old and the new type. The mails named here go to the buyer and are the vendor's own: {@link
 * Exchange#mailAttendee} does not hold them back.
 */
public enum MoneyCase {
    /** Only the type changes (DOC). The caller decides nothing: {@link Settlement#NONE}. */
    FREE_TO_FREE,

    /**
     * Type and price change, and the vendor mails the buyer a payment link (DOC). The caller decides whether the price stays owed, {@link Settlement#LATER}, or how it was paid
     * already, {@link Settlement#paid}: the console's "mark as paid", with type, amount, and what is known of the transaction. Whether a settled exchange mails a link
     * all the same is not documented.
     */
    FREE_TO_PAID,

    /**
     * The vendor gives back what was paid and mails a notice; when nothing was paid it gives nothing back (DOC). The amount is the vendor's: {@link Settlement#NONE}, with a note
     * if there is something to say.
     */
    PAID_TO_FREE,

    /**
     * The fourth case; the vendor's text on it is cut in what is known of the page. For a dearer type the caller decides as for {@link #FREE_TO_PAID}, about the difference (INFER).
     * For a cheaper one nobody knows whether the difference is given back: {@link Settlement#NONE}, then read the order and {@link Refund} what is missing.
     */
    PAID_TO_PAID;

    /** The case of two prices in major units of the event's currency. */
    public static MoneyCase of(BigDecimal oldPrice, BigDecimal newPrice) {
        if (oldPrice.signum() < 0 || newPrice.signum() < 0) {
            throw new IllegalArgumentException("a price is not negative");
        }
        if (oldPrice.signum() == 0) {
            return newPrice.signum() == 0 ? FREE_TO_FREE : FREE_TO_PAID;
        }
        return newPrice.signum() == 0 ? PAID_TO_FREE : PAID_TO_PAID;
    }

    /** Whether a difference between new and old price can be of this case. */
    boolean covers(BigDecimal difference) {
        return switch (this) {
            case FREE_TO_FREE -> difference.signum() == 0;
            case FREE_TO_PAID -> difference.signum() > 0;
            case PAID_TO_FREE -> difference.signum() < 0;
            case PAID_TO_PAID -> true;
        };
    }
}
