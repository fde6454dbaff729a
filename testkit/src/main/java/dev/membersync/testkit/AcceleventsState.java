package dev.membersync.testkit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** The events of one organisation and its id counters. Guarded by the switchboard. */
final class AcceleventsState {
    private final Map<String, EventState> events = new LinkedHashMap<>();
    private final AcceleventsSwitches switches;
    private final WriteSink writes;
    private final long seed;
    private long orderIds = 122_111;
    private long ticketIds = 881_001;
    private long typeIds = 145_680;

    AcceleventsState(AcceleventsSwitches switches, WriteSink writes, long seed) {
        this.switches = switches;
        this.writes = writes;
        this.seed = seed;
    }

    AcceleventsSwitches switches() {
        return switches;
    }

    Map<String, EventState> events() {
        return events;
    }

    EventState event(Visit visit) {
        EventState event = events.get(visit.variable("e"));
        if (event == null) {
            throw VendorError.eventNotFound();
        }
        return event;
    }

    long nextOrderId() {
        return orderIds++;
    }

    long nextTicketId() {
        return ticketIds++;
    }

    long nextTypeId() {
        return typeIds++;
    }

    /** A text that names a ticket and is never purely numeric; the same seed and id give the same text. */
    String barcode(long ticketId) {
        long bits = new SplittableRandom(seed ^ (ticketId * 0x9E3779B97F4A7C15L)).nextLong();
        return "b" + String.format("%016x", bits) + "-" + Long.toString(ticketId, 36);
    }

    String attendeeId(long ticketId) {
        return "at_" + Long.toString(ticketId * 7 + (seed & 0xff), 36);
    }

    void wrote(Instant now, String kind, EventState event, FakeOrder order) {
        writes.add(now, kind, Map.of("event", event.url(), "orderId", String.valueOf(order.id())));
    }

    void wrote(Instant now, String kind, EventState event, FakeTicket ticket) {
        writes.add(
                now,
                kind,
                Map.of(
                        "event", event.url(),
                        "orderId", String.valueOf(ticket.orderId()),
                        "ticketId", String.valueOf(ticket.id())));
    }
}
