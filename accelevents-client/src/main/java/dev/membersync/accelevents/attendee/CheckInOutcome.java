package dev.membersync.accelevents.attendee;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.internal.value.Extras;
import java.util.Map;
import java.util.Optional;

/** How a scan at the door ended, when the vendor's answer settles it. */
public sealed interface CheckInOutcome {
    /** Whether the person stands inside as far as the vendor knows: after an admission, and when the ticket was in already. */
    default boolean isIn() {
        return false;
    }

    /**
     * The ticket is checked in, or no longer checked in, by this call.
     *
     * @param isIn whether it is in now
     * @param eventTicketId the issued ticket; empty when not shown
     * @param holderName the name to greet; may be empty
     * @param ticketType the name of the ticket type; may be empty
     * @param seatNumber the seat; may be empty
     * @param paid whether the ticket is paid; empty when not shown
     * @param extra every other field of the reply
     */
    record Done(
            boolean isIn,
            Optional<EventTicketId> eventTicketId,
            String holderName,
            String ticketType,
            String seatNumber,
            Optional<Boolean> paid,
            Map<String, Object> extra)
            implements CheckInOutcome {
        public Done {
            extra = Extras.copy(extra);
        }

        @Override
        public String toString() {
            return "Done[" + eventTicketId.map(EventTicketId::value).orElse("?") + "]";
        }
    }

    /** The ticket is checked in already (4060406): earlier, or by this very call when its first sending lost the answer. */
    record AlreadyIn() implements CheckInOutcome {
        @Override
        public boolean isIn() {
            return true;
        }
    }

    /** The ticket is not checked in, so there is nothing to undo (4060407, meaning INFER). */
    record NotIn() implements CheckInOutcome {}

    /** The ticket was refunded and admits nobody (4060408). */
    record Refunded() implements CheckInOutcome {}

    /** The ticket is for the online event alone (4068011). */
    record OnlineOnly() implements CheckInOutcome {}

    /** No ticket of the event has this barcode (4060405). */
    record UnknownBarcode() implements CheckInOutcome {}
}
