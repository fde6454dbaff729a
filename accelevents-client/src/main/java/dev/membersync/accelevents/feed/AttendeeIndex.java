package dev.membersync.accelevents.feed;

import dev.membersync.accelevents.attendee.Attendee;
import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.order.OrderTicket;
import dev.membersync.accelevents.ticket.TicketStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The attendee list reduced to ids and statuses, so that the orders can be joined to it while they stream by. */
final class AttendeeIndex {
    private final Map<EventTicketId, Seen> byTicket = new HashMap<>();
    private final Map<Barcode, Seen> byBarcode = new HashMap<>();
    private int rows;
    private int joined;

    void add(Attendee row) {
        rows++;
        var seen = new Seen(row.attendeeId(), row.barcode(), row.status(), row.ticketStatus());
        row.eventTicketId().ifPresent(id -> byTicket.put(id, seen));
        row.barcode().ifPresent(code -> byBarcode.put(code, seen));
    }

    /** The attendee row of a ticket; from now on it counts as joined. */
    Optional<Seen> join(OrderTicket ticket) {
        var seen = Optional.ofNullable(byTicket.get(ticket.eventTicketId()))
                .or(() -> ticket.barcode().map(byBarcode::get));
        seen.filter(row -> !row.joined).ifPresent(row -> {
            row.joined = true;
            joined++;
        });
        return seen;
    }

    /** Whether some rows found no order. */
    boolean hasStrays() {
        return joined < rows;
    }

    /** Whether this row found no order; one that is new since counts as found, for the next reading has its order. */
    boolean isStray(Attendee row) {
        var seen = row.eventTicketId().map(byTicket::get).or(() -> row.barcode().map(byBarcode::get));
        return seen.map(known -> !known.joined)
                .orElse(row.eventTicketId().isEmpty() && row.barcode().isEmpty());
    }

    /** What is kept of a row. */
    static final class Seen {
        private final Optional<AttendeeId> attendeeId;
        private final Optional<Barcode> barcode;
        private final String status;
        private final TicketStatus ticketStatus;
        private boolean joined;

        private Seen(
                Optional<AttendeeId> attendeeId, Optional<Barcode> barcode, String status, TicketStatus ticketStatus) {
            this.attendeeId = attendeeId;
            this.barcode = barcode;
            this.status = status;
            this.ticketStatus = ticketStatus;
        }

        Optional<AttendeeId> attendeeId() {
            return attendeeId;
        }

        Optional<Barcode> barcode() {
            return barcode;
        }

        String status() {
            return status;
        }

        TicketStatus ticketStatus() {
            return ticketStatus;
        }
    }
}
