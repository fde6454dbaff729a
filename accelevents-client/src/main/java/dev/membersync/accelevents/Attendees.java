package dev.membersync.accelevents;

import dev.membersync.accelevents.internal.OrderReaders;
import dev.membersync.accelevents.model.Attendee;
import dev.membersync.client.Paged;

/** The attendee list: one row per ticket, without the answers of the form. */
public final class Attendees {
    private final EventWire event;

    Attendees(EventWire event) {
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
                Operations.LIST_ATTENDEES,
                query.pageSize(),
                !query.search().isEmpty(),
                call -> call.query("dataType", query.dataType().value())
                        .query("searchString", EventWire.orNone(query.search())),
                OrderReaders::attendee,
                row -> row.barcode().isEmpty() ? row.attendeeId() : row.barcode());
    }
}
