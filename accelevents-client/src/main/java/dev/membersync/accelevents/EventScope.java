package dev.membersync.accelevents;

import dev.membersync.accelevents.attendee.Attendees;
import dev.membersync.accelevents.attendee.CheckIn;
import dev.membersync.accelevents.discount.AccessCodes;
import dev.membersync.accelevents.discount.DiscountCodes;
import dev.membersync.accelevents.event.EventViews;
import dev.membersync.accelevents.feed.TicketChanges;
import dev.membersync.accelevents.form.Forms;
import dev.membersync.accelevents.holder.Buyers;
import dev.membersync.accelevents.holder.Holders;
import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.accelevents.internal.EventWire;
import dev.membersync.accelevents.internal.Operations;
import dev.membersync.accelevents.order.Checkout;
import dev.membersync.accelevents.order.Orders;
import dev.membersync.accelevents.registration.Registrations;
import dev.membersync.accelevents.session.Sessions;
import dev.membersync.accelevents.session.Speakers;
import dev.membersync.accelevents.ticket.TicketTypes;
import dev.membersync.client.Operation;
import dev.membersync.client.RequestOptions;
import dev.membersync.client.policy.Lane;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One event, or one occurrence of a recurring event, and everything that can be asked of it. Safe for many threads. */
public final class EventScope {
    private final EventWire wire;
    private final Function<OccurrenceId, EventScope> occurrences;
    private final Attendees attendees;
    private final TicketTypes ticketTypes;
    private final Orders orders;
    private final Forms form;
    private final Holders holders;
    private final Buyers buyers;
    private final CheckIn checkIn;
    private final Registrations registrations;
    private final DiscountCodes discountCodes;
    private final AccessCodes accessCodes;
    private final TicketChanges changes;

    EventScope(EventWire wire, Function<OccurrenceId, EventScope> occurrences) {
        this(wire, occurrences, Optional.empty());
    }

    private EventScope(EventWire wire, Function<OccurrenceId, EventScope> occurrences, Optional<Registrations> shared) {
        this.wire = wire;
        this.occurrences = occurrences;
        this.attendees = new Attendees(wire);
        this.ticketTypes = new TicketTypes(wire);
        this.orders = new Orders(wire);
        this.form = new Forms(wire);
        this.holders = new Holders(wire);
        this.buyers = new Buyers(wire);
        this.checkIn = new CheckIn(wire);
        this.registrations = shared.orElseGet(
                () -> new Registrations(ticketTypes, orders, form, wire.wire().time()));
        this.discountCodes = new DiscountCodes(wire);
        this.accessCodes = new AccessCodes(wire);
        this.changes = new TicketChanges(wire);
    }

    /** This event, settings and forms shared, whose calls ask the rate budget in another lane; the default is {@link Lane#LIVE}. */
    public EventScope inLane(Lane lane) {
        return new EventScope(
                wire.inLane(lane),
                occurrence -> occurrence(occurrence).inLane(lane),
                Optional.of(registrations.with(RequestOptions.none().withLane(lane))));
    }

    /** The event's address, the part after {@code /events/} of its page. */
    public String url() {
        return wire.url();
    }

    /** Every endpoint that the client of this event knows. */
    public List<Operation> operations() {
        return Operations.all();
    }

    /** The occurrence; empty for an ordinary event. */
    public Optional<OccurrenceId> occurrenceId() {
        return wire.occurrence();
    }

    /**
     * One occurrence of this recurring event. Ticket types, the form catalogue, the lists and codes that are listed or made are asked for the occurrence; other calls name
     * an order, a ticket or a code and take none.
     */
    public EventScope occurrence(OccurrenceId recurringEventId) {
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

    /** The public checkout, as buyers walk it. */
    public Checkout checkout() {
        return new Checkout(wire);
    }

    /** The registration form. */
    public Forms form() {
        return form;
    }

    /** The answers of ticket holders. */
    public Holders holders() {
        return holders;
    }

    /** The answers of buyers. */
    public Buyers buyers() {
        return buyers;
    }

    /** The door. */
    public CheckIn checkIn() {
        return checkIn;
    }

    /** What the event says of itself. */
    public EventViews details() {
        return new EventViews(wire);
    }

    /** The speakers. */
    public Speakers speakers() {
        return new Speakers(wire);
    }

    /** The sessions and who attended them. */
    public Sessions sessions() {
        return new Sessions(wire);
    }

    /** Registering attendees; settings and forms are shared by all users of this client. */
    public Registrations registrations() {
        return registrations;
    }

    /** Discount codes. */
    public DiscountCodes discountCodes() {
        return discountCodes;
    }

    /** Access codes, which open hidden ticket types. */
    public AccessCodes accessCodes() {
        return accessCodes;
    }

    /** All tickets, and those that changed since: the orders and the attendee list joined. */
    public TicketChanges changes() {
        return changes;
    }
}
