package dev.membersync.eventops.checkin;

import dev.membersync.eventops.store.MemoryCheckInStore;
import dev.membersync.eventops.ticket.Algorithm;
import dev.membersync.eventops.ticket.KeyRecord;
import dev.membersync.eventops.ticket.KeyRing;
import dev.membersync.eventops.ticket.KeyState;
import dev.membersync.eventops.ticket.SeedKeys;
import dev.membersync.eventops.ticket.Serial;
import dev.membersync.eventops.ticket.Ticket;
import dev.membersync.eventops.ticket.TicketBody;
import dev.membersync.eventops.ticket.TicketIssuer;
import dev.membersync.eventops.ticket.TicketReader;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.record.Marker;
import dev.membersync.sync.record.TicketRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** An event with its keys, books and clock, as the tests of the check-in have it. */
public final class Fest {
    public static final String EVENT = "spring-summit-2027";
    public static final Instant NOON = Instant.parse("2027-02-27T11:00:00Z");
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final Instant END = Instant.parse("2027-02-28T22:00:00Z");
    static final String PUBLIC_KEY = "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8";
    static final Instant KEY_FROM = Instant.parse("2027-01-01T00:00:00Z");
    static final Instant KEY_TO = Instant.parse("2027-03-02T22:00:00Z");

    final CheckInStore store;
    final SeedKeys keys = SeedKeys.create();
    KeyRing ring = KeyRing.empty()
            .with(new KeyRecord(1, Algorithm.ED25519, PUBLIC_KEY, EVENT, KEY_FROM, KEY_TO, KeyState.ACTIVE));
    DoorPolicy policy = DoorPolicy.of(ZONE);
    Instant now = NOON;
    private int issued;

    private Fest(CheckInStore store) {
        this.store = store;
        byte[] seed = new byte[SeedKeys.SEED_LENGTH];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        keys.add(1, Algorithm.ED25519, seed);
        store.inTransaction(tx -> {
            tx.lists().confirm(NOON);
            return true;
        });
    }

    public static Fest on(CheckInStore store) {
        return new Fest(store);
    }

    static Fest create() {
        return on(MemoryCheckInStore.create(EVENT));
    }

    InstantSource clock() {
        return () -> now;
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    TicketIssuer issuer() {
        return TicketIssuer.of(ring, keys, InstantSource.fixed(NOON));
    }

    TicketReader reader() {
        return TicketReader.of(ring);
    }

    /** The check-in of this event with the policy as it is now. */
    public CheckIn checkIn() {
        return CheckIn.of(store, reader().withBarcodes(), policy, clock());
    }

    /** A ticket of class 7 for days and zones 0 and 1 that is in the books. */
    public Ticket ticket() {
        return ticket(body -> body, holding -> holding);
    }

    Ticket ticket(UnaryOperator<TicketBody> body, UnaryOperator<Holding> holding) {
        Serial serial = serial(++issued);
        Ticket ticket = issuer().issue(EVENT, body.apply(TicketBody.of(serial, 7, 3)));
        book(ticket, holding.apply(Holding.good(ticket.body().generation())));
        return ticket;
    }

    void book(Ticket ticket, Holding holding) {
        String hex = ticket.body().serial().hex();
        store.inTransaction(tx -> {
            tx.issued()
                    .put(new IssuedTicket(
                            new TicketRef("t" + hex, "b" + hex, "a" + hex, "order"),
                            ticket.body(),
                            holding,
                            new HolderMark(Mark.of(1), Mark.of(2), 3),
                            0,
                            NOON));
            return true;
        });
    }

    public static Serial serial(int number) {
        return new Serial("%020x".formatted(number));
    }

    TicketCodes codes() {
        return TicketCodes.of(EVENT, ring, keys, InstantSource.fixed(NOON));
    }

    /** What the books say, sealed as of this time. */
    Snapshot snapshot(Instant asOf) {
        return Issuance.of(store, codes(), Marker.keyed(new byte[32]), Map.of(), new SplittableRandom(1), () -> asOf)
                .snapshot(END, new SplittableRandom(2));
    }

    /** A scan of a device whose clock is right. */
    ScanRequest entry(String device, long sequence, String text) {
        return ScanRequest.entry(new FactId(device, sequence), text, "north", now, nanos());
    }

    long nanos() {
        return Duration.between(NOON, now).toNanos();
    }

    /** A scan that was made offline. */
    public static Scan offline(String device, long sequence, Serial serial, Outcome outcome, Instant deviceTime) {
        return new Scan(
                new FactId(device, sequence),
                Clocks.offline(deviceTime, Duration.between(NOON, deviceTime).toNanos()),
                Optional.of(serial),
                0,
                outcome == Outcome.EXITED ? Direction.EXIT : Direction.ENTRY,
                device.equals("d1") ? "north" : "south",
                "",
                outcome,
                "",
                1,
                "snap",
                Optional.empty(),
                0);
    }

    static Contact contact(String device, long sequence, Instant deviceTime, Instant serverTime) {
        return new Contact(
                new FactId(device, sequence),
                Clocks.online(deviceTime, Duration.between(NOON, deviceTime).toNanos(), serverTime),
                Duration.ZERO);
    }
}
