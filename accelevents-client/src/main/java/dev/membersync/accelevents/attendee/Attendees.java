package dev.membersync.accelevents.attendee;

import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.internal.EventWire;
import dev.membersync.accelevents.internal.Ids;
import dev.membersync.accelevents.internal.People;
import dev.membersync.accelevents.internal.Wire;
import dev.membersync.accelevents.ticket.TicketStatus;
import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import java.util.List;

/** The attendee list: one row per ticket, without the answers of the form. */
public final class Attendees {
    private final EventWire event;

    /** The attendees of this event. */
    @SuppressWarnings("exports") // made by the client alone
    public Attendees(EventWire event) {
        this.event = event;
    }

    /** Every ticket of the event; see {@link #list(AttendeeQuery)}. */
    public Paged<Attendee> list() {
        return list(AttendeeQuery.ALL);
    }

    /**
     * Tickets of the event by page from zero. Rows are told apart by barcode; the number of rows is checked against {@code recordsTotal}, or
     * {@code recordsFiltered} for a search. Safety READ. Source: R:get-all-attendees (DOC), envelope FIX and OLD.
     */
    public Paged<Attendee> list(AttendeeQuery query) {
        return event.list(
                "attendees.list",
                query.pageSize(),
                !query.search().isEmpty(),
                call -> call.query("dataType", query.dataType().value())
                        .query("searchString", Wire.orNone(query.search())),
                Attendees::row,
                row -> row.barcode()
                        .map(Barcode::value)
                        .or(() -> row.attendeeId().map(AttendeeId::value))
                        .orElse(""));
    }

    /** The networking profile of one attendee. Safety READ. Source: R:get-getstream-channels-1 (DOC, under an odd name). */
    public Call<AttendeeProfile> profile(AttendeeId attendeeId) {
        return event.call("attendees.profile")
                .path("id", attendeeId.value())
                .reader(body -> Json.row(body, List.of("data"), Attendees::profile));
    }

    private static AttendeeProfile profile(Fields row) {
        return new AttendeeProfile(
                People.read(row),
                text(row, "title"),
                text(row, "company"),
                text(row, "city"),
                text(row, "country"),
                text(row, "equivalentTimezone"),
                text(row, "acceptMeetingRequests"),
                row.rest());
    }

    static Attendee row(Fields row) {
        return new Attendee(
                Ids.knownText(row, AttendeeId::new, "attendeeId"),
                Ids.knownText(row, Barcode::new, "barcode", "barcodeId"),
                People.read(row),
                text(row, "status"),
                new TicketStatus(text(row, "ticketStatus")),
                text(row, "ticketType"),
                Ids.knownText(row, EventTicketId::new, "eventTicketingId", "eventTicketId"),
                Ids.known(row, OrderId::new, "orderId"),
                row.rest());
    }

    private static String text(Fields row, String name) {
        return row.text(name).orElse("");
    }
}
