package dev.membersync.eventops.analytics;

import java.time.Instant;
import java.util.Optional;

/**
 * One registration, which is one ticket.
 *
 * @param id names it in the dataset
 * @param order the order that it was bought in, empty when none shows it; one order is one payment
 * @param holder who holds it, a keyed pseudonym
 * @param buyer who bought it, a keyed pseudonym
 * @param link what is known about the holder's membership
 * @param ticketClass the name of the ticket type
 * @param status how its money stands
 * @param admits whether its access was not removed at event start; before that, now
 * @param amounts its money; empty when the source does not show it
 * @param created when it was made
 * @param card whether it was paid by card
 * @param checkedIn whether the source says that it was checked in; scans say so too
 * @param memberPrice whether it was sold under a member price
 * @param live false in test mode: then no figure counts it
 */
public record RegistrationFact(
        String id,
        String order,
        String holder,
        String buyer,
        Link link,
        String ticketClass,
        PaymentStatus status,
        boolean admits,
        Optional<Amounts> amounts,
        Optional<Instant> created,
        Optional<Boolean> card,
        Optional<Boolean> checkedIn,
        boolean memberPrice,
        boolean live) {
    /** What is known about the membership of a holder. */
    public enum Link {
        /** The holder is a member: the pseudonym is the member's. */
        MEMBER,
        /** Somebody said that the holder is no member. */
        NOT_A_MEMBER,
        /** Nobody knows. */
        UNKNOWN
    }
}
