package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.Block;
import dev.membersync.eventops.ticket.Reading;
import dev.membersync.eventops.ticket.Revocation;
import dev.membersync.eventops.ticket.Serial;
import dev.membersync.eventops.ticket.TicketBody;
import dev.membersync.eventops.ticket.TicketReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A gate that does not reach the books: it decides with signed codes, signed lists, a sealed snapshot and its own scans. Two
 * such gates cannot know of each other: both may let one ticket in, and that shows as a conflict when they upload.
 * Thread-safe.
 */
public final class OfflineDoor {
    private final String event;
    private final String device;
    private final TicketReader reader;
    private final DoorPolicy policy;
    private final ScanJournal journal;
    private final Judge judge;
    private final Map<Serial, List<TimedScan>> scans = new HashMap<>();
    private final List<Long> offsets = new ArrayList<>();
    private final SteadyClock clock = new SteadyClock();
    private OfflineData data;
    private long last;

    private OfflineDoor(
            String event,
            String device,
            TicketReader reader,
            DoorPolicy policy,
            OfflineData data,
            ScanJournal journal) {
        this.event = event;
        this.device = device;
        this.reader = reader;
        this.policy = policy;
        this.data = data;
        this.journal = journal;
        this.judge = new Judge(policy);
        recall();
    }

    /**
     * The gate of a device, which goes on where its journal ends.
     *
     * @param device the device's id, which no other device has
     */
    public static OfflineDoor of(
            String event,
            String device,
            TicketReader reader,
            DoorPolicy policy,
            OfflineData data,
            ScanJournal journal) {
        return new OfflineDoor(event, device, reader, policy, data, journal);
    }

    private void recall() {
        List<Fact> log = journal.facts();
        DeviceTimes times = DeviceTimes.of(log);
        Set<FactId> undone = new HashSet<>();
        log.forEach(fact -> {
            if (fact instanceof Undo undo) {
                undone.add(undo.scan());
            }
        });
        for (Fact fact : log) {
            last = Math.max(last, fact.id().sequence());
            long setBack = clock.advance(fact.clocks());
            if (fact instanceof Contact contact) {
                offsets.add(contact.offsetNanos() - setBack);
            } else if (fact instanceof Scan scan) {
                remember(new TimedScan(scan, times.of(scan.id()), undone.contains(scan.id())));
            }
        }
    }

    private void remember(TimedScan timed) {
        timed.scan()
                .serial()
                .ifPresent(serial ->
                        scans.computeIfAbsent(serial, none -> new ArrayList<>()).add(timed));
    }

    /** Replaces what the gate decides with. */
    public synchronized void use(OfflineData fresh) {
        data = fresh;
    }

    /** What the gate decides with. */
    public synchronized OfflineData data() {
        return data;
    }

    /**
     * Decides about a code and keeps the scan in the journal before it answers.
     *
     * @param deviceTime the device's wall clock
     * @param monotonicNanos its counter that nobody sets
     * @param waiver what a supervisor allows
     * @throws IllegalArgumentException when the policy has no such gate
     */
    public synchronized ScanResult scan(
            String text,
            Direction direction,
            String gate,
            Instant deviceTime,
            long monotonicNanos,
            Optional<Waiver> waiver) {
        Gate at = policy.gate(gate);
        Clocks clocks = Clocks.offline(deviceTime, monotonicNanos);
        Instant now = now(clocks);
        forgetAfterTheEnd(now);
        Look look = new Look(device, at, direction, now, skew(deviceTime, now), waiver);
        FactId id = new FactId(device, last + 1);
        ScanRequest request = new ScanRequest(id, text, direction, gate, deviceTime, monotonicNanos, waiver);
        DoorView view = new View(data, scans, now);
        Reading reading = reader.read(text, event, now);
        Answer answer = judge.answer(request, reading, List.of(), look, view);
        Scan scan = answer.scan(clocks, view);
        journal.append(scan);
        last++;
        remember(new TimedScan(scan, Moment.exact(now), false));
        return answer.result();
    }

    /** The server's time, as far as this device can tell: the one by which its scans will be ordered, unless it learns more. */
    private Instant now(Clocks clocks) {
        long offset = clock.advance(clocks) + (offsets.isEmpty() ? 0 : Skew.median(lastOffsets()));
        return clocks.device().plusNanos(offset).truncatedTo(ChronoUnit.MICROS);
    }

    private List<Long> lastOffsets() {
        return offsets.subList(Math.max(0, offsets.size() - Skew.CONTACTS), offsets.size());
    }

    private Skew skew(Instant deviceTime, Instant now) {
        Skew skew = Skew.of(Duration.between(deviceTime, now));
        return offsets.isEmpty() && skew == Skew.NORMAL ? Skew.FLAGGED : skew;
    }

    /** The data of an event is deleted when its snapshot ends. */
    private void forgetAfterTheEnd(Instant now) {
        data.snapshot()
                .filter(snapshot -> !now.isBefore(snapshot.expires()))
                .ifPresent(ended -> data = data.with(ended.emptied()));
    }

    /**
     * Takes a scan of this device back.
     *
     * @throws IllegalArgumentException when this device has no such scan
     */
    public synchronized void undo(FactId scan, Instant deviceTime, long monotonicNanos, Waiver by) {
        boolean known = scans.values().stream()
                .flatMap(List::stream)
                .anyMatch(timed -> timed.scan().id().equals(scan));
        if (!known) {
            throw new IllegalArgumentException("this device has no scan " + scan + " of a ticket to take back");
        }
        Clocks clocks = Clocks.offline(deviceTime, monotonicNanos);
        journal.append(new Undo(new FactId(device, last + 1), clocks, scan, by));
        last++;
        clock.advance(clocks);
        scans.values()
                .forEach(all -> all.replaceAll(timed ->
                        timed.scan().id().equals(scan) ? new TimedScan(timed.scan(), timed.when(), true) : timed));
    }

    /** Notes that the server was met and told its time; the same fact comes back for the upload. */
    public synchronized Contact contact(
            Instant deviceTime, long monotonicNanos, Instant serverTime, Duration roundTrip) {
        Contact contact = new Contact(
                new FactId(device, last + 1), Clocks.online(deviceTime, monotonicNanos, serverTime), roundTrip);
        journal.append(contact);
        last++;
        offsets.add(contact.offsetNanos() - clock.advance(contact.clocks()));
        return contact;
    }

    private record View(OfflineData data, Map<Serial, List<TimedScan>> known, Instant now) implements DoorView {
        @Override
        public Optional<Revocation> revocation(Serial serial, int generation) {
            return data.revocations().hit(serial, generation);
        }

        @Override
        public Optional<Block> block(Serial serial) {
            return data.blocks().hit(serial, 0);
        }

        @Override
        public long listVersion() {
            return data.revocations().version();
        }

        @Override
        public Instant listAsOf() {
            Instant blocks = data.blocks().asOf();
            Instant revocations = data.revocations().asOf();
            return blocks.isBefore(revocations) ? blocks : revocations;
        }

        @Override
        public Books books(TicketBody ticket, String text) {
            return data.snapshot().map(snapshot -> snapshot.books(ticket, text)).orElseGet(Books.NoData::new);
        }

        @Override
        public List<TimedScan> scans(Serial serial) {
            return known.getOrDefault(serial, List.of());
        }

        @Override
        public Optional<Sealed> snapshot() {
            return Optional.of(data.snapshot()
                    .map(s -> new Sealed(s.id(), s.asOf(), !now.isBefore(s.expires())))
                    .orElseGet(() -> new Sealed("", now, false)));
        }
    }
}
