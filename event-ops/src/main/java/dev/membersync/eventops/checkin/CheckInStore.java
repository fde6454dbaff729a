package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.ListEntry;
import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.ListUpdate;
import dev.membersync.eventops.ticket.Serial;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the check-in of one event remembers. Thread-safe. No personal data: tickets are serials, holders keyed hashes.
 *
 * <p>When a transaction returns, everything in it is durable; when it throws, nothing of it is. Times are kept to the
 * microsecond. Lists are ordered by serial or by fact id.
 */
public interface CheckInStore {
    /** The event. */
    String event();

    /** Runs work in one transaction. The work must not start another one. */
    <T> T inTransaction(Function<Tx, T> work);

    /** The parts of the store in one transaction. */
    interface Tx {
        /** What happened. */
        Facts facts();

        /** Who came. */
        Admissions admissions();

        /** The tickets in the books. */
        Issued issued();

        /** Revocations and blocks. */
        Lists lists();

        /** What Accelevents is to be told. */
        Uploads uploads();
    }

    /** What happened: a set that only grows. */
    interface Facts {
        /** The fact with this id. */
        Optional<Fact> find(FactId id);

        /**
         * Adds a fact whose id is not known yet.
         *
         * @param when when it happened
         */
        void add(Fact fact, Moment when);

        /** Notes when a scan happened; whether that is another time than was thought. */
        boolean move(FactId scan, Moment when);

        /** What tells the time of a device's offline scans, of every event: its contacts, and what it made offline. */
        List<Fact> timeline(String device);

        /** All scans of a ticket, and whether they were taken back. */
        List<TimedScan> scans(Serial serial);

        /** The scans of the event after this one, those of no ticket included. */
        List<TimedScan> page(Optional<FactId> after, int limit);
    }

    /** Who came. */
    interface Admissions {
        /** What is known of a ticket. */
        Optional<Attendance> find(Serial serial);

        /**
         * Writes a row if it is still at the version it was read at, or is new. Of two that try with the same version one
         * succeeds, whatever the isolation of the transactions.
         *
         * @param expected the version that was read; 0 for none
         * @return whether it was written
         */
        boolean compareAndSet(Attendance next, long expected);

        /** The rows after this ticket. */
        List<Attendance> page(Optional<Serial> after, int limit);
    }

    /** The tickets in the books. */
    interface Issued {
        /** The ticket with this serial. */
        Optional<IssuedTicket> find(Serial serial);

        /** The tickets of which a ticket id, barcode, attendee id or order id is this one, the oldest first. */
        List<IssuedTicket> named(String name);

        /** Writes a ticket. */
        void put(IssuedTicket ticket);

        /** The tickets after this one. */
        List<IssuedTicket> page(Optional<Serial> after, int limit);
    }

    /** Revocations and blocks. */
    interface Lists {
        /** What a list says of a ticket. */
        <E extends ListEntry> Optional<E> find(ListKind<E> kind, Serial serial);

        /**
         * Puts an entry on a list; the list's version goes up by one when the entry is the first of its ticket or
         * {@link ListEntry#replaces} what is there.
         */
        <E extends ListEntry> void put(ListKind<E> kind, E entry);

        /** A list's version; 0 when it is empty. */
        long version(ListKind<?> kind);

        /** What changed after a version; the whole list when that version was never reached. */
        <E extends ListEntry> ListUpdate<E> since(ListKind<E> kind, long version, Instant asOf);

        /** When the lists were last known to be complete. */
        Optional<Instant> asOf();

        /** Notes that the lists are complete as of this time; an earlier time than the known one changes nothing. */
        void confirm(Instant asOf);
    }

    /** What Accelevents is to be told. */
    interface Uploads {
        /** What is known of a ticket. */
        Optional<Upload> find(Serial serial);

        /** Writes a row. */
        void put(Upload upload);

        /** What is due and neither done nor given up, the longest due first. */
        List<Upload> due(Instant now, int limit);

        /** What was given up. */
        List<Upload> dead(Optional<Serial> after, int limit);
    }
}
