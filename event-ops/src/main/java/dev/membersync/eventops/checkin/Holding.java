package dev.membersync.eventops.checkin;

import dev.membersync.sync.payment.Money;
import java.util.Optional;

/**
 * What the books say of an issued ticket, without a word about its holder.
 *
 * @param generation the newest generation that was issued
 * @param isCanceled whether the registration was cancelled or deleted
 * @param payment how its payment stands
 * @param due what is due, where the amount is known
 * @param isApproved whether the registration is approved, or needs no approval
 */
public record Holding(
        int generation, boolean isCanceled, PaymentStanding payment, Optional<Money> due, boolean isApproved) {
    /** How a payment stands at the door. A refund alone takes no access, so a refunded ticket is settled. */
    public enum PaymentStanding {
        /** Paid, free, or given back. */
        SETTLED,
        /** Something is due. */
        DUE,
        /** A dispute is open. */
        DISPUTED
    }

    /** A ticket of this generation with nothing against it. */
    public static Holding good(int generation) {
        return new Holding(generation, false, PaymentStanding.SETTLED, Optional.empty(), true);
    }

    /** The same in another generation. */
    public Holding at(int changed) {
        return new Holding(changed, isCanceled, payment, due, isApproved);
    }

    /** The same, cancelled or not. */
    public Holding canceled(boolean changed) {
        return new Holding(generation, changed, payment, due, isApproved);
    }
}
