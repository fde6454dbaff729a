package dev.membersync.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/** The events of one organisation and its id counters. Guarded by the switchboard. */
final class AcceleventsState {
    private final Map<String, EventState> events = new LinkedHashMap<>();
    private final AcceleventsSwitches switches;
    private final WriteSink writes;
    private final long seed;
    private TicketListener listener = TicketListener.NONE;
    private BiConsumer<Duration, Runnable> later = (delay, action) -> action.run();
    private long orderIds = 122_111;
    private long ticketIds = 881_001;
    private long typeIds = 145_680;
    private long eventIds = 9_001;
    private long programmeIds = 31_001;

    AcceleventsState(AcceleventsSwitches switches, WriteSink writes, long seed) {
        this.switches = switches;
        this.writes = writes;
        this.seed = seed;
    }

    /** Who hears of tickets in events that are made from now on. */
    void listener(TicketListener value) {
        listener = value;
    }

    AcceleventsSwitches switches() {
        return switches;
    }

    Map<String, EventState> events() {
        return events;
    }

    /** The event of a slug; it is made when there is none. */
    EventState open(String url, Instant now) {
        return events.computeIfAbsent(
                url, slug -> new EventState(slug, EventRoutes.fresh(eventIds++, slug, now), listener));
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

    /** The id that the next event will have. */
    long nextEventId() {
        return eventIds;
    }

    /** The next id of a speaker or session; they share the numbers of the organisation. */
    long nextProgrammeId() {
        return programmeIds++;
    }

    /** A text that names a ticket and is never purely numeric; the same seed and id give the same text. */
    String barcode(long ticketId) {
        long bits = new SplittableRandom(seed ^ (ticketId * 0x9E3779B97F4A7C15L)).nextLong();
        String prefix = switches.has(AcceleventsQuirk.URL_SIGNS_IN_BARCODES) ? "b/+% ?#&=;ü" : "b";
        return prefix + String.format("%016x", bits) + "-" + Long.toString(ticketId, 36);
    }

    String attendeeId(long ticketId) {
        return "at_" + Long.toString(ticketId * 7 + (seed & 0xff), 36);
    }

    void wrote(Instant now, String kind, EventState event, FakeOrder order) {
        writes.add(now, kind, Map.of("event", event.url(), "orderId", String.valueOf(order.id())));
    }

    /** A change that belongs to no event. */
    void wrote(Instant now, String kind, String idName, Object id) {
        writes.add(now, kind, Map.of(idName, String.valueOf(id)));
    }

    void wrote(Instant now, String kind, EventState event, String idName, long id) {
        writes.add(now, kind, Map.of("event", event.url(), idName, String.valueOf(id)));
    }

    void wrote(Instant now, String kind, EventState event, FakeTicket ticket) {
        writes.add(
                now,
                kind,
                Map.of(
                        "event", event.url(),
                        "orderId", String.valueOf(ticket.orderId()),
                        "ticketId", String.valueOf(ticket.id())));
        if (kind.equals("refund")) {
            listener.refunded(event, ticket, now);
        }
    }

    /** Runs an action under the lock after a delay, at once when there is none. */
    void later(Duration delay, Runnable action) {
        if (delay.isZero()) {
            action.run();
        } else {
            later.accept(delay, action);
        }
    }

    void connect(BiConsumer<Duration, Runnable> scheduler) {
        later = scheduler;
    }
}
