package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.util.Set;

/** Check-in and its undoing: a GET that changes state, once. */
final class DoorScan {
    private final AcceleventsState state;

    DoorScan(AcceleventsState state) {
        this.state = state;
    }

    FakeReply scan(Visit visit) {
        EventState event = state.event(visit);
        String flag = visit.variable("flag");
        if (!Set.of("true", "false").contains(flag)) {
            throw VendorError.of("40600013", "URL not supported");
        }
        FakeTicket ticket = event.ticketByBarcode(visit.variable("barcode"));
        FakeTicketType type = event.type(ticket.typeId());
        boolean in = flag.equals("true");
        requireAdmission(ticket, type, in);
        FakeTicket next = ticket.with(in ? FakeTicket.State.CHECKED_IN : FakeTicket.State.BOOKED, visit.now());
        event.put(next, visit.now());
        state.wrote(visit.now(), in ? "check-in" : "check-out", event, next);
        return FakeReply.json(
                200,
                Json.map(
                        "bundleTypeTable", false,
                        "paid", ticket.paid().signum() > 0,
                        "responseMessage", in ? "Checked in successfully" : "Check-in was undone",
                        "seatNumber", ticket.record().seatNumber(),
                        "status", Rows.word(state.switches(), next.state()),
                        "table", false,
                        "ticketHolderName", (ticket.firstName() + " " + ticket.lastName()).trim(),
                        "ticketId", ticket.id(),
                        "ticketingType", type.name()));
    }

    /** A ticket that was cancelled without a refund has no code of its own; the refunded one's is the nearest. */
    private static void requireAdmission(FakeTicket ticket, FakeTicketType type, boolean in) {
        if (!ticket.live() || ticket.fullyRefunded()) {
            throw VendorError.of("4060408", "Ticket was refunded");
        }
        if (type.is("virtualOnly")) {
            throw VendorError.of("4068011", "Ticket only grants access to the virtual event");
        }
        boolean already = ticket.state() == FakeTicket.State.CHECKED_IN;
        if (in && already) {
            throw VendorError.of("4060406", "Ticket already used");
        }
        if (!in && !already) {
            throw VendorError.of("4060407", "Ticket already has book status");
        }
    }
}
