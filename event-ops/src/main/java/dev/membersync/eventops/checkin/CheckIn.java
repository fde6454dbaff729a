package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.Block;
import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.Reading;
import dev.membersync.eventops.ticket.Serial;
import dev.membersync.eventops.ticket.TicketBody;
import dev.membersync.eventops.ticket.TicketReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The check-in of one event where the books are: scans of gates that are online, and what gates that were offline send
 * later. Thread-safe; several processes may share one store.
 */
public final class CheckIn {
    private static final int RACES = 10;
    private static final int PAGE = 500;

    private final CheckInStore store;
    private final TicketReader reader;
    private final DoorPolicy policy;
    private final InstantSource clock;
    private final Judge judge;

    private CheckIn(CheckInStore store, TicketReader reader, DoorPolicy policy, InstantSource clock) {
        this.store = store;
        this.reader = reader;
        this.policy = policy;
        this.clock = clock;
        this.judge = new Judge(policy);
    }

    /**
     * The check-in of the store's event.
     *
     * @param reader reads the codes; one {@link TicketReader#withBarcodes} takes the vendor's own codes too
     * @param clock the server's clock, which decides at gates that are online
     */
    public static CheckIn of(CheckInStore store, TicketReader reader, DoorPolicy policy, InstantSource clock) {
        return new CheckIn(store, reader, policy, clock);
    }

    /**
     * Decides about a code and keeps the scan. The same request again, its id decides, gets the same answer and changes
     * nothing.
     *
     * @throws IllegalArgumentException when the policy has no such gate, or another fact has the id already
     */
    public ScanResult scan(ScanRequest request) {
        Instant now = now();
        Reading reading = reader.read(request.text(), store.event(), now);
        return decide(request, now, (look, tx) -> {
            List<TicketBody> named = reading instanceof Reading.Barcode barcode
                    ? named(tx, barcode.barcode().value())
                    : List.of();
            return judge.answer(request, reading, named, look, new BooksView(tx));
        });
    }

    /**
     * Decides about a ticket by its name instead of its code: a ticket id, barcode, attendee id or order id of Accelevents
     * in {@link ScanRequest#text}. For the help desk, which has looked at the person.
     *
     * @throws IllegalArgumentException as {@link #scan}
     */
    public ScanResult scanByName(ScanRequest request) {
        return decide(
                request,
                now(),
                (look, tx) -> judge.named(request, named(tx, request.text().strip()), look, new BooksView(tx)));
    }

    private interface Deciding {
        Answer answer(Look look, CheckInStore.Tx tx);
    }

    private ScanResult decide(ScanRequest request, Instant now, Deciding deciding) {
        // By the server's clock; that of the device is only told about.
        Skew skew = Skew.of(Duration.between(request.deviceTime(), now)) == Skew.NORMAL ? Skew.NORMAL : Skew.FLAGGED;
        Look look = new Look(
                request.id().device(), policy.gate(request.gate()), request.direction(), now, skew, request.waiver());
        return racing(tx -> {
            Optional<ScanResult> before = before(tx, request);
            if (before.isPresent()) {
                return before.get();
            }
            Answer answer = deciding.answer(look, tx);
            Scan scan =
                    answer.scan(Clocks.online(request.deviceTime(), request.monotonicNanos(), now), new BooksView(tx));
            tx.facts().add(scan, Moment.exact(now));
            if (scan.passes()) {
                Settling.settle(tx, scan.serial().orElseThrow(), now);
            }
            return answer.result();
        });
    }

    private static Optional<ScanResult> before(CheckInStore.Tx tx, ScanRequest request) {
        Optional<Fact> known = tx.facts().find(request.id());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        // An answer to another look would let anybody in with the code of somebody who is.
        if (known.get() instanceof Scan scan && request.isAnsweredBy(scan)) {
            return Optional.of(Answer.before(scan));
        }
        throw lostCount(request.id());
    }

    private static IllegalArgumentException lostCount(FactId id) {
        return new IllegalArgumentException(
                "another fact has the id " + id + " already: the device has lost its count; give it a new device id");
    }

    private static List<TicketBody> named(CheckInStore.Tx tx, String name) {
        List<IssuedTicket> all = tx.issued().named(name);
        List<IssuedTicket> live =
                all.stream().filter(ticket -> !ticket.holding().isCanceled()).toList();
        return (live.isEmpty() ? all : live).stream().map(IssuedTicket::body).toList();
    }

    /**
     * Takes facts that were made offline, in any order and as often as they are sent. Nobody who was let in is put out
     * again: a ticket that two gates let in has a conflict.
     */
    public UploadReceipt upload(Collection<? extends Fact> facts) {
        Instant now = now();
        return racing(tx -> Arrival.of(tx, facts, now));
    }

    /**
     * Compares clocks with a device, and keeps what was learnt.
     *
     * @param roundTrip how long the device's last question took; zero when it does not know
     * @return the contact, whose server time the device keeps as well
     */
    public Contact contact(FactId id, Instant deviceTime, long monotonicNanos, Duration roundTrip) {
        Contact contact = new Contact(id, Clocks.online(deviceTime, monotonicNanos, now()), roundTrip);
        UploadReceipt receipt = upload(List.of(contact));
        if (!receipt.clashing().isEmpty()) {
            throw lostCount(id);
        }
        return contact;
    }

    /**
     * Takes a scan back: a new fact, after which the scan counts no more.
     *
     * @throws IllegalArgumentException when there is no such scan, or another fact has the id already
     */
    public void undo(FactId id, FactId scan, Instant deviceTime, long monotonicNanos, Waiver by) {
        Instant now = now();
        racing(tx -> {
            if (!(tx.facts().find(scan).orElse(null) instanceof Scan)) {
                throw new IllegalArgumentException("there is no scan " + scan + " to take back");
            }
            Undo undo = new Undo(id, Clocks.online(deviceTime, monotonicNanos, now), scan, by);
            if (tx.facts().find(id).filter(known -> !isSame(known, undo)).isPresent()) {
                throw lostCount(id);
            }
            return Arrival.of(tx, List.of(undo), now);
        });
    }

    private static boolean isSame(Fact known, Undo undo) {
        return known instanceof Undo before
                && before.scan().equals(undo.scan())
                && before.clocks().device().equals(undo.clocks().device());
    }

    /** Blocks a ticket, or lifts its block; both at once for gates online, with their next list for those offline. */
    public void block(Serial serial, boolean blocked) {
        Instant now = now();
        store.inTransaction(tx -> {
            tx.lists().put(ListKind.BLOCKS, new Block(serial, blocked, now));
            return blocked;
        });
    }

    /** What the scans of a ticket amount to. */
    public Visits visits(Serial serial) {
        return store.inTransaction(tx -> Visits.of(tx.facts().scans(serial)));
    }

    /** All conflicts of the event, by ticket. */
    public List<Conflict> conflicts() {
        List<Conflict> all = new ArrayList<>();
        Optional<Serial> after = Optional.empty();
        while (true) {
            Optional<Serial> from = after;
            List<Attendance> page = store.inTransaction(tx -> tx.admissions().page(from, PAGE));
            page.stream()
                    .filter(row -> row.conflicts() > 0)
                    .forEach(row -> all.addAll(visits(row.serial()).conflicts()));
            if (page.size() < PAGE) {
                return all;
            }
            after = Optional.of(page.get(page.size() - 1).serial());
        }
    }

    private <T> T racing(Function<CheckInStore.Tx, T> work) {
        for (int race = 1; ; race++) {
            try {
                return store.inTransaction(work);
            } catch (Settling.LostRaceException e) {
                if (race == RACES) {
                    throw new IllegalStateException(
                            "the store of " + store.event() + " lost " + RACES + " races for one ticket: scan again",
                            e);
                }
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
