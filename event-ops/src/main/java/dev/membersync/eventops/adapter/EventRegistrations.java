package dev.membersync.eventops.adapter;

import dev.membersync.eventops.checkin.Attendee;
import dev.membersync.eventops.checkin.CheckInStore;
import dev.membersync.eventops.checkin.IssuedTicket;
import dev.membersync.eventops.ticket.Serial;
import dev.membersync.sync.adapter.DeskPage;
import dev.membersync.sync.adapter.DeskRow;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.adapter.UnknownTicketException;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Standing;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.record.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The registrations of an event for the books of its tickets. The orders list shows money and holders, one call for each
 * page; the attendee list shows who is in no order, such as imported people. A ticket of the books that neither shows is
 * read by itself: only a read that finds nothing says that it is gone.
 */
public final class EventRegistrations implements Iterable<Attendee> {
    private static final int PAGE = 500;

    private final TicketDesk desk;
    private final CheckInStore store;
    private final int mostReads;

    private EventRegistrations(TicketDesk desk, CheckInStore store, int mostReads) {
        this.desk = desk;
        this.store = store;
        this.mostReads = mostReads;
    }

    /**
     * The registrations at a desk.
     *
     * @param mostReads how many tickets that the lists show no more are read by themselves at most; the others are left for
     *     the next pass
     */
    public static EventRegistrations of(TicketDesk desk, CheckInStore store, int mostReads) {
        return new EventRegistrations(desk, store, mostReads);
    }

    @Override
    public Iterator<Attendee> iterator() {
        Set<String> seen = new HashSet<>();
        Stream<Supplier<Iterator<Attendee>>> parts = Stream.of(
                () -> rows(desk.orders(Optional.empty()), seen, false),
                () -> rows(desk.attendees(), seen, true),
                () -> gone(seen).iterator());
        return parts.flatMap(part -> stream(part.get())).iterator();
    }

    private static Stream<Attendee> stream(Iterator<Attendee> attendees) {
        Iterable<Attendee> all = () -> attendees;
        return StreamSupport.stream(all.spliterator(), false);
    }

    private static Iterator<Attendee> rows(Iterable<DeskPage> pages, Set<String> seen, boolean onlyNew) {
        return StreamSupport.stream(pages.spliterator(), false)
                .flatMap(page -> page.rows().stream())
                .map(DeskRow::registration)
                .filter(row -> note(row.ticket(), seen) || !onlyNew)
                .map(Attendee::of)
                .iterator();
    }

    /** Notes the names of a ticket; true when none of them was known. */
    private static boolean note(TicketRef ticket, Set<String> seen) {
        List<String> names = names(ticket);
        boolean fresh = names.stream().noneMatch(seen::contains);
        seen.addAll(names);
        return fresh;
    }

    private static List<String> names(TicketRef ticket) {
        List<String> names = new ArrayList<>();
        Optional.ofNullable(ticket.ticketId()).ifPresent(id -> names.add("t" + id));
        Optional.ofNullable(ticket.barcode()).ifPresent(id -> names.add("b" + id));
        Optional.ofNullable(ticket.attendeeId()).ifPresent(id -> names.add("a" + id));
        return names;
    }

    private List<Attendee> gone(Set<String> seen) {
        List<Attendee> gone = new ArrayList<>();
        int reads = 0;
        Optional<Serial> after = Optional.empty();
        List<IssuedTicket> page;
        do {
            Optional<Serial> from = after;
            page = store.inTransaction(tx -> tx.issued().page(from, PAGE));
            for (IssuedTicket ticket : page) {
                boolean missing = !ticket.holding().isCanceled()
                        && names(ticket.names()).stream().noneMatch(seen::contains);
                if (missing && reads++ < mostReads && isGone(ticket.names())) {
                    gone.add(ended(ticket.names()));
                }
                after = Optional.of(ticket.serial());
            }
        } while (page.size() == PAGE);
        return gone;
    }

    private boolean isGone(TicketRef ticket) {
        try {
            return desk.read(ticket).isEmpty();
        } catch (UnknownTicketException unknown) {
            return false; // nothing was learnt of it
        }
    }

    private static Attendee ended(TicketRef ticket) {
        Value unseen = Value.unseen();
        return Attendee.of(new Registration(ticket, Registration.Access.ENDED, unseen, unseen, unseen, unseen, Map.of())
                .with(Standing.deleted()));
    }
}
