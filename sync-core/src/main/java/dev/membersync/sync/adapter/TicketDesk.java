package dev.membersync.sync.adapter;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.record.TicketTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The tickets of one event (one occurrence of it) at Accelevents. Thread-safe. Every method may throw a
 * {@link dev.membersync.client.error.ApiException}.
 */
public interface TicketDesk {
    /** The event url. */
    String event();

    /** The recurring event id; empty for an ordinary event. */
    String occurrence();

    /** The ticket types on sale, read now. One call. */
    List<TicketTypeInfo> ticketTypes();

    /** The holder's form fields, with type and whether they are required. Read once and kept. */
    FormLabels form();

    /** All tickets with their holders, page by page, read while it is walked. */
    Iterable<DeskPage> attendees();

    /** The tickets of all orders, or of those made or changed since a time: the list that shows order ids and our notes. */
    Iterable<DeskPage> orders(Optional<Instant> since);

    /**
     * The tickets of the orders made or changed since a mark, page by page; a walk that ends without an exception was
     * complete. Tickets come again and may be older than what was read of them before.
     *
     * @param mark a time in ISO 8601: what an earlier reading gave, or one that lies safely before the first change
     */
    Iterable<DeskChanges> changes(String mark);

    /** This desk, whose calls ask the rate budget in another lane. */
    default TicketDesk inLane(Lane lane) {
        return this;
    }

    /** Whether this operation, as a failure names it, is one of Accelevents. */
    default boolean sends(String operation) {
        return false;
    }

    /** The ticket's holder in detail, answers included; empty when the service says that there is none. */
    Optional<Registration> read(TicketRef ticket);

    /**
     * The ticket as its order shows it, its {@link Registration#standing} whole and without answers; empty when the order
     * is gone or holds no such ticket. One call.
     *
     * @throws UnknownTicketException when no list has shown the order of the ticket yet
     */
    Optional<Registration> inOrder(TicketRef ticket);

    /** The tickets of one order, live ones first; empty when the order does not exist or has no ticket, as an unpaid one. */
    List<Registration> order(String orderId);

    /** Reserves one place. The order carries the note; it is no attendee before it is paid. */
    OrderResult place(Booking booking);

    /** Pays an order, which issues its ticket and mails its buyer. Paying the same order again is safe. */
    PayResult pay(String orderId, Booking booking);

    /**
     * Changes the holder: one detail read and one write of everything it showed, merged with the draft. The vendor checks
     * no version (DOC): what somebody changes between the two, one round trip apart, is lost where it is of the same
     * sheet.
     *
     * @param witness told what the read showed, before anything is written; what it throws stops the write
     * @return false when the ticket is gone; nothing was written
     */
    boolean update(TicketRef ticket, RegistrationDraft draft, Consumer<Registration> witness);

    /**
     * Gives the ticket another type. No mail is sent to the attendee; from a free type to one with a price the vendor mails
     * the buyer a payment link (DOC). Nothing is read before: what the scan of the run showed of the types may be as old as
     * the run. Of a cheaper type nobody knows whether the difference is given back; to a free one it is (DOC).
     *
     * @param paymentType how the difference to a dearer type is settled: {@code CASH} books it as paid, any other word leaves
     *     the amount at zero
     * @return false when the ticket is gone; nothing was written
     */
    boolean exchange(TicketRef ticket, TicketTypeInfo from, TicketTypeInfo to, String paymentType);

    /** Deletes the ticket. No mail is sent. Deleting one that is gone succeeds. */
    void remove(TicketRef ticket);
}
