package dev.membersync.eventops.config;

import dev.membersync.accelevents.EventScope;
import dev.membersync.accelevents.event.EventDetails;
import dev.membersync.eventops.adapter.EventRegistrations;
import dev.membersync.eventops.checkin.CheckIn;
import dev.membersync.eventops.checkin.DoorPolicy;
import dev.membersync.eventops.checkin.Grant;
import dev.membersync.eventops.checkin.Issuance;
import dev.membersync.eventops.checkin.IssueReport;
import dev.membersync.eventops.checkin.IssuedTicket;
import dev.membersync.eventops.checkin.Snapshot;
import dev.membersync.eventops.checkin.TicketCodes;
import dev.membersync.eventops.store.JdbcCheckInStore;
import dev.membersync.eventops.ticket.KeyRing;
import dev.membersync.eventops.ticket.ListEntry;
import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.ListUpdate;
import dev.membersync.eventops.ticket.Ticket;
import dev.membersync.eventops.ticket.TicketReader;
import dev.membersync.sync.adapter.AcceleventsDesk;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.WorkflowConfig;
import dev.membersync.sync.record.TicketTypeInfo;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The tickets of one event of a tenant: keys, books and codes. Opening it reads the event's page, one call, and makes a
 * key where the event has none. Thread-safe.
 */
public final class TicketOffice {
    /** How long a key lasts where the event does not say when it ends. */
    private static final Duration YEAR = Duration.ofDays(366);

    private final Tenant tenant;
    private final IssueTicketsConfig config;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final JdbcCheckInStore store;
    private final ZoneId zone;
    private final Instant ends;
    private final TicketKeys keys;
    private volatile TicketCodes codes;

    private TicketOffice(Tenant tenant, IssueTicketsConfig config, InstantSource clock, RandomGenerator random) {
        this.tenant = tenant;
        this.config = config;
        this.clock = clock;
        this.random = random;
        EventScope event = tenant.event(config);
        EventDetails details = event.details().page().execute();
        this.zone = zone(details.zone());
        this.ends = details.ends().at(zone).orElseGet(() -> clock.instant().plus(YEAR));
        String name = name(config);
        this.store = JdbcCheckInStore.open(tenant.store(), name);
        this.keys = TicketKeys.open(tenant, name, ends, clock);
        this.codes = freshCodes();
    }

    /**
     * The office of a workflow.
     *
     * @param random where serials and snapshot keys come from; a {@link java.security.SecureRandom} outside of tests
     */
    public static TicketOffice open(
            Tenant tenant, IssueTicketsConfig config, InstantSource clock, RandomGenerator random) {
        return new TicketOffice(tenant, config, clock, random);
    }

    /** The event of a workflow as its tickets are bound to it: its url, and the occurrence of a recurring one. */
    public static String name(WorkflowConfig config) {
        return config.occurrence() == 0 ? config.event() : config.event() + "/" + config.occurrence();
    }

    private static ZoneId zone(String name) {
        try {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    /** The event as its tickets are bound to it. */
    public String event() {
        return store.event();
    }

    /** The event's time zone; UTC where it does not say. */
    public ZoneId zone() {
        return zone;
    }

    /** When the event ends; a year from now where it does not say. */
    public Instant ends() {
        return ends;
    }

    /** The keys of the event. */
    public KeyRing keys() {
        return keys.ring();
    }

    /** A new key signs from now on; tickets that were handed out stay good. */
    public void rotate() {
        keys.rotate();
        codes = freshCodes();
    }

    /**
     * For a key that others may hold: it counts no more, a new key signs, and the next pass issues all its tickets again.
     *
     * @throws IllegalArgumentException when the event has no such key
     */
    public void revoke(int keyId) {
        keys.revoke(keyId);
        codes = freshCodes();
    }

    /**
     * Brings the books in step with the registrations as they are now; reads both lists of the event, and a ticket that
     * they show no more once by itself.
     */
    public IssueReport pass() {
        TicketDesk desk = AcceleventsDesk.of(tenant.event(config));
        Issuance issuance = issuance(desk);
        return issuance.pass(EventRegistrations.of(desk, store, config.changes()), config.changes());
    }

    private Issuance issuance(TicketDesk desk) {
        Map<String, Grant> grants = new HashMap<>();
        for (TicketTypeInfo type : desk.ticketTypes()) {
            Integer named =
                    config.classes().getOrDefault(type.name(), config.classes().get("*"));
            if (named != null) {
                grants.put(type.id(), Grant.of(named));
            }
        }
        Issuance issuance = issuance(grants);
        return config.test() ? issuance.asTest() : issuance;
    }

    private Issuance issuance(Map<String, Grant> grants) {
        return Issuance.of(store, codes, tenant.key().marker(), grants, random, clock);
    }

    /** Keeps what it made ready for each key until the ring changes. */
    private TicketCodes freshCodes() {
        return TicketCodes.of(store.event(), keys.ring(), keys.provider(), clock);
    }

    /** The code of a ticket, for its holder and nobody else. */
    public Ticket code(IssuedTicket ticket) {
        return codes.code(ticket.body());
    }

    /** Notes that the code of a ticket was handed out. */
    public void delivered(IssuedTicket ticket) {
        issuance(Map.of()).delivered(ticket.serial(), ticket.body().generation());
    }

    /** What doors without a network decide with, as the books are now; {@link DoorKit#read} takes it. */
    public String kit(CheckInConfig doors) {
        Snapshot snapshot = issuance(Map.of()).snapshot(ends, random);
        return DoorKit.write(new DoorKit.Parts(
                keys.ring(), doors, zone, List.of(list(ListKind.REVOCATIONS), list(ListKind.BLOCKS)), snapshot));
    }

    private <E extends ListEntry> ListUpdate<E> list(ListKind<E> kind) {
        return store.inTransaction(
                tx -> tx.lists().since(kind, 0, tx.lists().asOf().orElse(Instant.EPOCH)));
    }

    /** The doors of the event, where the books are. */
    public CheckIn doors(CheckInConfig doors) {
        TicketReader reader = TicketReader.of(keys.ring());
        return CheckIn.of(store, doors.barcodes() ? reader.withBarcodes() : reader, policy(doors), clock);
    }

    /** The store of the event's check-in. */
    public JdbcCheckInStore store() {
        return store;
    }

    private DoorPolicy policy(CheckInConfig doors) {
        DoorPolicy policy = DoorPolicy.of(zone)
                .otherwise(doors.policy())
                .withOfflineAge(doors.offlineAge())
                .withGates(doors.gates());
        return doors.rehearsal() ? policy.asRehearsal() : policy;
    }
}
