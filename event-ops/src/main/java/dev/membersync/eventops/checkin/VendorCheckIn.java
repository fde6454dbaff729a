package dev.membersync.eventops.checkin;

import java.time.Duration;
import java.util.Optional;

/** The vendor's own record of who came. Telling it the same again must do no harm. */
public interface VendorCheckIn {
    /**
     * Tells that a registration came, or that it did not.
     *
     * @param barcode the vendor's barcode of the ticket
     * @param came whether somebody came
     */
    Answer tell(String barcode, boolean came);

    /** What the vendor said. */
    sealed interface Answer {
        /** It knows now, or knew already. */
        record Done() implements Answer {}

        /** Not now: it is busy or down, or nobody knows whether it heard. */
        record Later(Optional<Duration> after, String why) implements Answer {}

        /** Never: to ask again would not help. */
        record Refused(String why) implements Answer {}

        /** It does not listen to us at all, whatever the ticket, until a person acts. */
        record Closed(String why) implements Answer {}
    }
}
