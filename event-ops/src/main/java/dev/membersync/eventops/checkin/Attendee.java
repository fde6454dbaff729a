package dev.membersync.eventops.checkin;

import dev.membersync.sync.payment.Money;
import dev.membersync.sync.record.Registration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A registration as it is now, for the books of the check-in.
 *
 * @param registration the registration
 * @param payment how its payment stands; empty when that was not seen, which changes nothing
 * @param due what is due, where the amount is known
 * @param isApproved whether it is approved, or needs no approval
 */
public record Attendee(
        Registration registration, Optional<Holding.PaymentStanding> payment, Optional<Money> due, boolean isApproved) {
    private static final Set<String> DUE = Set.of("UNPAID", "PARTIAL", "PARTIALLYPAID");

    /**
     * A registration whose payment stands as Accelevents' payment status says (accelevents-api.md 6.1): unpaid and
     * partially paid ones are due, all others settled, refunded ones among them. Disputes are not in it: use
     * {@link #disputed()} where another source knows of one.
     */
    public static Attendee of(Registration registration) {
        return new Attendee(
                registration, registration.standing().payment().text().map(Attendee::standing), Optional.empty(), true);
    }

    private static Holding.PaymentStanding standing(String word) {
        String letters = word.toUpperCase(Locale.ROOT).replaceAll("[ _]", "");
        return DUE.contains(letters) ? Holding.PaymentStanding.DUE : Holding.PaymentStanding.SETTLED;
    }

    /** The same with this amount due. */
    public Attendee owing(Money amount) {
        return new Attendee(registration, Optional.of(Holding.PaymentStanding.DUE), Optional.of(amount), isApproved);
    }

    /** The same with an open dispute. */
    public Attendee disputed() {
        return new Attendee(registration, Optional.of(Holding.PaymentStanding.DISPUTED), due, isApproved);
    }

    /** The same, not approved yet. */
    public Attendee unapproved() {
        return new Attendee(registration, payment, due, false);
    }
}
