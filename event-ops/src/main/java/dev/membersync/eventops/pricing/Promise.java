package dev.membersync.eventops.pricing;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What buyers were told.
 *
 * @param reservation how long an open cart keeps its price: a rise or a closing is not made before the carts that were open when it was decided ended. Default 10 minutes, the reservation of Accelevents (domain.md 2.2.1)
 * @param announcedUntil an announced end: until then the price that this rule set is not raised, its classes are not closed or hidden, and its codes do not end earlier. A later version of the rule cannot shorten it
 */
public record Promise(Duration reservation, Optional<LocalDateTime> announcedUntil) {
    public Promise {
        Checks.check(!reservation.isNegative(), "a reservation is not negative");
    }

    /** Open carts are kept for 10 minutes; nothing is announced. */
    public static Promise standard() {
        return new Promise(Duration.ofMinutes(10), Optional.empty());
    }
}
