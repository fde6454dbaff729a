package dev.membersync.accelevents;

import java.util.function.LongFunction;

/** One event, or one occurrence of a recurring event, and everything that can be asked of it. Safe for many threads. */
public final class EventScope {
    private final EventWire wire;
    private final LongFunction<EventScope> occurrences;
    private final Attendees attendees;
    private final TicketTypes ticketTypes;
    private final Orders orders;
    private final Forms form;
    private final Holders holders;
    private final Registrations registrations;

    EventScope(EventWire wire, LongFunction<EventScope> occurrences) {
        this.wire = wire;
        this.occurrences = occurrences;
        this.attendees = new Attendees(wire);
        this.ticketTypes = new TicketTypes(wire);
        this.orders = new Orders(wire);
        this.form = new Forms(wire);
        this.holders = new Holders(wire);
        this.registrations = new Registrations(ticketTypes, orders, form, wire.time());
    }

    /** The event's address, the part after {@code /events/} of its page. */
    public String url() {
        return wire.url();
    }

    /** The occurrence; 0 for an ordinary event. */
    public long occurrenceId() {
        return wire.occurrence();
    }

    /**
     * One occurrence of this recurring event. Ticket settings, the form catalogue and both lists are asked for the occurrence; other calls name an order or a ticket and
     * take none.
     *
     * @throws IllegalArgumentException when the id is not positive
     */
    public EventScope occurrence(long recurringEventId) {
        if (recurringEventId < 1) {
            throw new IllegalArgumentException("an occurrence has a positive id, not " + recurringEventId);
        }
        return occurrences.apply(recurringEventId);
    }

    /** The attendee list. */
    public Attendees attendees() {
        return attendees;
    }

    /** Ticket types and fees. */
    public TicketTypes ticketTypes() {
        return ticketTypes;
    }

    /** Orders and what can be done with them. */
    public Orders orders() {
        return orders;
    }

    /** The registration form. */
    public Forms form() {
        return form;
    }

    /** The answers of ticket holders. */
    public Holders holders() {
        return holders;
    }

    /** Registering attendees; settings and forms are shared by all users of this client. */
    public Registrations registrations() {
        return registrations;
    }
}
