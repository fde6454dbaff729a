package dev.membersync.memberships.payment;

import dev.membersync.memberships.internal.Terms;
import java.util.Optional;

/**
 * A parcel under way.
 *
 * @param number  the carrier's number
 * @param carrier the carrier's name
 * @param url     where its way is shown
 */
public record Tracking(Optional<String> number, Optional<String> carrier, Optional<String> url) {

    /** A parcel of this carrier. */
    public static Tracking of(String carrier, String number) {
        return new Tracking(Optional.of(number), Optional.of(carrier), Optional.empty());
    }

    Terms terms() {
        return Terms.none()
                .maybe("trackingNumber", number)
                .maybe("shippingCarrier", carrier)
                .maybe("trackingUrl", url);
    }
}
