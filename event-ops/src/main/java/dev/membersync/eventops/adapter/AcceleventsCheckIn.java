package dev.membersync.eventops.adapter;

import dev.membersync.accelevents.attendee.CheckIn;
import dev.membersync.accelevents.attendee.CheckInOutcome;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.ServerException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.error.TransportException;
import dev.membersync.eventops.checkin.VendorCheckIn;
import java.util.Optional;

/**
 * Check-in at Accelevents, by the barcode of the ticket: a GET that changes state (R:event-ticket-chekin, DOC). The client
 * never repeats it by itself; here it may be, because "already checked in" (4060406) is as good as done, and so is "not
 * checked in" (4060407, meaning INFER) after an undo.
 *
 * <p>429, 5xx and calls whose end nobody knows are tried later. What is wrong with the ticket is a refusal. Credentials that
 * are not accepted close the door: they say nothing about the ticket.
 */
public final class AcceleventsCheckIn implements VendorCheckIn {
    private final CheckIn door;

    private AcceleventsCheckIn(CheckIn door) {
        this.door = door;
    }

    /** The door of an event: {@code client.event(url).checkIn()}. */
    public static AcceleventsCheckIn of(CheckIn door) {
        return new AcceleventsCheckIn(door);
    }

    @Override
    public Answer tell(String barcode, boolean came) {
        try {
            Barcode code = new Barcode(barcode);
            return answer((came ? door.admit(code) : door.undo(code)).execute(), came);
        } catch (ThrottledException busy) {
            return new Answer.Later(busy.retryAfter(), busy.problem().toString());
        } catch (ServerException | TransportException down) {
            return new Answer.Later(Optional.empty(), down.problem().toString());
        } catch (AuthException closed) {
            return new Answer.Closed(closed.problem().toString());
        } catch (ApiException refused) {
            return new Answer.Refused(refused.problem().toString());
        }
    }

    private static Answer answer(CheckInOutcome outcome, boolean came) {
        boolean settled = outcome instanceof CheckInOutcome.Done
                || (came ? outcome instanceof CheckInOutcome.AlreadyIn : outcome instanceof CheckInOutcome.NotIn);
        return settled ? new Answer.Done() : new Answer.Refused(words(outcome));
    }

    private static String words(CheckInOutcome outcome) {
        if (outcome instanceof CheckInOutcome.Refunded) {
            return "Accelevents does not check in a refunded ticket";
        }
        if (outcome instanceof CheckInOutcome.OnlineOnly) {
            return "the ticket is for the online event alone";
        }
        return outcome instanceof CheckInOutcome.UnknownBarcode
                ? "Accelevents knows no ticket with this barcode"
                : "Accelevents answered otherwise than asked";
    }
}
