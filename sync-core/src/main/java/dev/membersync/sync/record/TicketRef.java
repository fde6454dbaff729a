package dev.membersync.sync.record;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names under which one issued ticket is known at Accelevents.
 *
 * <p>The identity is the issued ticket id ({@code eventTicketId} in the answer to a payment, {@code eventTicketingId}
 * in the orders list). The lists show other names of the same ticket; they are filled in as replies show them.
 *
 * @param ticketId the issued ticket id
 * @param barcode the text in the ticket's QR code
 * @param attendeeId the id that the payment answer and the attendee list share
 * @param orderId the order the ticket belongs to
 */
public record TicketRef(
        @Nullable String ticketId,
        @Nullable String barcode,
        @Nullable String attendeeId,
        @Nullable String orderId) {
    public TicketRef {
        if (ticketId == null && barcode == null && attendeeId == null) {
            throw new IllegalArgumentException("a ticket needs a ticket id, a barcode or an attendee id");
        }
    }

    /** This reference with the gaps filled from another one of the same ticket. */
    public TicketRef merge(TicketRef other) {
        return new TicketRef(
                ticketId != null ? ticketId : other.ticketId,
                barcode != null ? barcode : other.barcode,
                attendeeId != null ? attendeeId : other.attendeeId,
                orderId != null ? orderId : other.orderId);
    }

    /** The best name for people: ticket id, else barcode, else attendee id. */
    public String shown() {
        return Optional.ofNullable(ticketId)
                .or(() -> Optional.ofNullable(barcode))
                .or(() -> Optional.ofNullable(attendeeId))
                .orElseThrow();
    }
}
