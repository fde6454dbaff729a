package dev.membersync.accelevents.attendee;

import dev.membersync.accelevents.attendee.CheckInOutcome.AlreadyIn;
import dev.membersync.accelevents.attendee.CheckInOutcome.Done;
import dev.membersync.accelevents.attendee.CheckInOutcome.NotIn;
import dev.membersync.accelevents.attendee.CheckInOutcome.OnlineOnly;
import dev.membersync.accelevents.attendee.CheckInOutcome.Refunded;
import dev.membersync.accelevents.attendee.CheckInOutcome.UnknownBarcode;
import dev.membersync.accelevents.error.AcceleventsCodes;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.internal.EventWire;
import dev.membersync.accelevents.internal.Ids;
import dev.membersync.client.Call;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.RecoveredCall;
import dev.membersync.client.internal.UnreadableException;
import java.util.List;
import java.util.Optional;

/**
 * Lets ticket holders in and takes that back, by the barcode of the ticket.
 *
 * <p>Both are GETs that change state, so this client never repeats one by itself. The JDK's HTTP client may: when a connection dies before a byte of the reply, it sends a GET
 * once more. The second one then finds the ticket used by the first, so {@link AlreadyIn} says that the person is in, not that somebody else came before. After
 * {@code OUTCOME_UNKNOWN} ask again: {@link AlreadyIn} is then the truth as well. Source: R:event-ticket-chekin (DOC).
 */
public final class CheckIn {
    private final EventWire event;

    /** The door of this event. */
    @SuppressWarnings("exports") // made by the client alone
    public CheckIn(EventWire event) {
        this.event = event;
    }

    /** Checks a ticket in. Safety ONCE_ONLY. Refusals of the ticket are outcomes, everything else is thrown. */
    public Call<CheckInOutcome> admit(Barcode barcode) {
        return set(barcode, true);
    }

    /** Takes a check-in back. Safety ONCE_ONLY. Refusals of the ticket are outcomes, everything else is thrown. */
    public Call<CheckInOutcome> undo(Barcode barcode) {
        return set(barcode, false);
    }

    private Call<CheckInOutcome> set(Barcode barcode, boolean in) {
        var call = event.call("checkIn.set")
                .path("barcode", barcode.value())
                .path("flag", in)
                .reader(body -> done(in, body));
        return RecoveredCall.of(call, CheckIn::refused);
    }

    private static CheckInOutcome done(boolean in, byte[] body) {
        return Json.row(body, List.of("data"), row -> {
            if (!row.has("ticketId") && !row.has("ticketHolderName") && !row.has("responseMessage")) {
                throw new UnreadableException("the reply names no ticket");
            }
            return new Done(
                    in,
                    Ids.knownText(row, EventTicketId::new, "ticketId"),
                    row.text("ticketHolderName").orElse(""),
                    row.text("ticketingType").orElse(""),
                    row.text("seatNumber").orElse(""),
                    row.flag("paid"),
                    row.rest());
        });
    }

    private static Optional<CheckInOutcome> refused(ApiException refusal) {
        return switch (refusal.code().orElse("")) {
            case AcceleventsCodes.ALREADY_CHECKED_IN -> Optional.of(new AlreadyIn());
            case AcceleventsCodes.NOT_CHECKED_IN -> Optional.of(new NotIn());
            case AcceleventsCodes.TICKET_REFUNDED -> Optional.of(new Refunded());
            case AcceleventsCodes.VIRTUAL_ONLY -> Optional.of(new OnlineOnly());
            case AcceleventsCodes.BARCODE_UNKNOWN -> Optional.of(new UnknownBarcode());
            default -> Optional.empty();
        };
    }
}
