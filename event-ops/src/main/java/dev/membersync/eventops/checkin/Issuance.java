package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.ListKind;
import dev.membersync.eventops.ticket.Revocation;
import dev.membersync.eventops.ticket.RevocationReason;
import dev.membersync.eventops.ticket.Serial;
import dev.membersync.eventops.ticket.Ticket;
import dev.membersync.eventops.ticket.TicketBody;
import dev.membersync.sync.record.Marker;
import dev.membersync.sync.record.Registration;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tickets of an event in step with its registrations. Level-triggered: it looks at a registration as it is now and
 * at the books, so that seeing it again, or beginning anew after a crash, does nothing twice.
 *
 * <p>A serial is in the books before its code can be handed out, and a code is handed out again until
 * {@link #delivered} says that it was. A ticket is reissued when its class or access changes, when it changes hands, when a
 * cancelled registration comes back, or when its key is revoked; it is revoked when the registration is cancelled or
 * deleted. A refund alone does neither, and a new spelling of a name is no new holder.
 */
public final class Issuance {
    /** How long after the end of its event a snapshot is kept. */
    public static final Duration AFTER_EVENT = Duration.ofHours(24);

    private static final int PAGE = 500;

    private final CheckInStore store;
    private final TicketCodes codes;
    private final Marker marker;
    private final Map<String, Grant> grants;
    private final boolean test;
    private final RandomGenerator random;
    private final InstantSource clock;

    private Issuance(
            CheckInStore store,
            TicketCodes codes,
            Marker marker,
            Map<String, Grant> grants,
            boolean test,
            RandomGenerator random,
            InstantSource clock) {
        this.store = store;
        this.codes = codes;
        this.marker = marker;
        this.grants = Map.copyOf(grants);
        this.test = test;
        this.random = random;
        this.clock = clock;
    }

    /**
     * The issuing of the store's event.
     *
     * @param marker makes the marks of holders; that of the synchronisation's store key
     * @param grants what each ticket type lets in to, by its id; types that are not named get no ticket
     * @param random where serials come from; a {@link java.security.SecureRandom} outside of tests
     */
    public static Issuance of(
            CheckInStore store,
            TicketCodes codes,
            Marker marker,
            Map<String, Grant> grants,
            RandomGenerator random,
            InstantSource clock) {
        return new Issuance(store, codes, marker, grants, false, random, clock);
    }

    /** The same for a rehearsal: new tickets are test tickets, which admit nowhere in live mode. */
    public Issuance asTest() {
        return new Issuance(store, codes, marker, grants, true, random, clock);
    }

    /** Brings the ticket of one registration in step, whatever changes. */
    public Issued take(Attendee attendee) {
        return take(attendee, true);
    }

    /**
     * Brings the tickets of these registrations in step. When it held nothing back, the lists are complete as of its begin.
     *
     * @param mostChanges how many tickets may be reissued or revoked, as a guard against a wrong plan of grants or a broken
     *     feed; what would go beyond is held, and the same pass with a higher number does it
     */
    public IssueReport pass(Iterable<Attendee> attendees, int mostChanges) {
        Instant begin = now();
        Map<Issued.Step, Integer> counts = new EnumMap<>(Issued.Step.class);
        Set<String> unknown = new TreeSet<>();
        int changes = 0;
        for (Attendee attendee : attendees) {
            Issued issued = take(attendee, changes < mostChanges);
            counts.merge(issued.step(), 1, Integer::sum);
            if (issued.step() == Issued.Step.REISSUED || issued.step() == Issued.Step.REVOKED) {
                changes++;
            }
            if (grant(attendee).isEmpty()) {
                attendee.registration().ticketTypeId().text().ifPresent(unknown::add);
            }
        }
        if (!counts.containsKey(Issued.Step.HELD)) {
            store.inTransaction(tx -> {
                tx.lists().confirm(begin);
                return begin;
            });
        }
        return new IssueReport(counts, toDeliver(), List.copyOf(unknown));
    }

    private Issued take(Attendee attendee, boolean mayChange) {
        Instant now = now();
        return store.inTransaction(tx -> {
            Optional<IssuedTicket> known =
                    Duplicates.find(tx, attendee.registration().ticket(), now);
            if (attendee.registration().access() == Registration.Access.ENDED) {
                return known.map(ticket -> end(tx, ticket, ending(attendee), mayChange, now))
                        .orElseGet(() -> Issued.none(Issued.Step.SKIPPED, "the registration has ended"));
            }
            Optional<Grant> grant = grant(attendee);
            if (known.isEmpty()) {
                return grant.map(granted -> issue(tx, attendee, granted, now))
                        .orElseGet(() -> Issued.none(Issued.Step.SKIPPED, "its ticket type grants nothing"));
            }
            if (grant.isEmpty() && attendee.registration().ticketTypeId().isText()) {
                return end(tx, known.get(), RevocationReason.BENEFIT_WITHDRAWN, mayChange, now);
            }
            return keep(tx, known.get(), attendee, grant.orElse(null), mayChange, now);
        });
    }

    private Optional<Grant> grant(Attendee attendee) {
        return attendee.registration().ticketTypeId().text().map(grants::get);
    }

    private static RevocationReason ending(Attendee attendee) {
        boolean deleted = attendee.registration()
                .standing()
                .ticket()
                .text()
                .filter("DELETED"::equals)
                .isPresent();
        return deleted ? RevocationReason.DELETE : RevocationReason.CANCEL;
    }

    private Issued issue(CheckInStore.Tx tx, Attendee attendee, Grant grant, Instant now) {
        byte[] serial = new byte[Serial.LENGTH];
        random.nextBytes(serial);
        TicketBody body = TicketBody.of(Serial.of(serial), grant.ticketClass(), grant.accessMask())
                .valid(grant.validFrom(), grant.validUntil());
        IssuedTicket ticket = new IssuedTicket(
                attendee.registration().ticket(),
                signed(test ? body.asTest() : body),
                holding(attendee, Holding.good(0)),
                HolderMark.of(attendee.registration(), marker),
                -1,
                now);
        tx.issued().put(ticket);
        return Issued.of(Issued.Step.ISSUED, ticket);
    }

    /** The body as the active key will sign it; the event's tag is filled in by the signing. */
    private TicketBody signed(TicketBody body) {
        return new TicketBody(
                body.test(),
                codes.activeKey(),
                0,
                body.serial(),
                body.ticketClass(),
                body.generation(),
                body.validFrom(),
                body.validUntil(),
                body.accessMask());
    }

    private static Holding holding(Attendee attendee, Holding before) {
        boolean seen = attendee.payment().isPresent();
        return new Holding(
                before.generation(),
                false,
                attendee.payment().orElse(before.payment()),
                seen ? attendee.due() : before.due(),
                attendee.isApproved());
    }

    private Issued keep(
            CheckInStore.Tx tx,
            IssuedTicket known,
            Attendee attendee,
            @Nullable Grant grant,
            boolean mayChange,
            Instant now) {
        HolderMark holder = HolderMark.of(attendee.registration(), marker);
        Optional<RevocationReason> reason = reason(known, holder, grant);
        if (reason.isPresent() && !mayChange) {
            return Issued.none(Issued.Step.HELD, "its code would be replaced");
        }
        TicketBody body = reason.isPresent() ? next(known.body(), grant) : known.body();
        IssuedTicket changed = new IssuedTicket(
                known.names(),
                body,
                holding(attendee, known.holding()).at(body.generation()),
                holder.over(known.holder()),
                known.deliveredGeneration(),
                known.issuedAt());
        reason.ifPresent(why ->
                tx.lists().put(ListKind.REVOCATIONS, new Revocation(known.serial(), body.generation(), why, now)));
        if (!changed.equals(known)) {
            tx.issued().put(changed);
        }
        return Issued.of(reason.isPresent() ? Issued.Step.REISSUED : Issued.Step.KEPT, changed);
    }

    private TicketBody next(TicketBody old, @Nullable Grant grant) {
        TicketBody body = old.withGeneration(old.generation() + 1);
        return signed(
                grant == null
                        ? body
                        : body.withAccess(grant.ticketClass(), grant.accessMask())
                                .valid(grant.validFrom(), grant.validUntil()));
    }

    /** Why the codes of a ticket count no more; empty when they do. */
    private Optional<RevocationReason> reason(IssuedTicket known, HolderMark holder, @Nullable Grant grant) {
        TicketBody body = known.body();
        if (known.holding().isCanceled() || codes.isRevoked(body.keyId())) {
            return Optional.of(RevocationReason.REISSUE);
        }
        if (known.holder().isAnother(holder)) {
            return Optional.of(RevocationReason.TRANSFER);
        }
        boolean asGranted = grant == null
                || (body.ticketClass() == grant.ticketClass()
                        && body.accessMask() == grant.accessMask()
                        && Objects.equals(body.validFrom(), grant.validFrom())
                        && Objects.equals(body.validUntil(), grant.validUntil()));
        return asGranted ? Optional.empty() : Optional.of(RevocationReason.CLASS_CHANGE);
    }

    private static Issued end(
            CheckInStore.Tx tx, IssuedTicket known, RevocationReason why, boolean mayChange, Instant now) {
        if (known.holding().isCanceled()) {
            return Issued.of(Issued.Step.KEPT, known);
        }
        if (!mayChange) {
            return Issued.none(Issued.Step.HELD, "it would be revoked");
        }
        IssuedTicket ended = known.with(known.holding().canceled(true));
        tx.lists().put(ListKind.REVOCATIONS, Revocation.of(known.body(), why, now));
        tx.issued().put(ended);
        return Issued.of(Issued.Step.REVOKED, ended);
    }

    /** The code of a ticket, to be handed out to its holder and to nobody else. */
    public Ticket code(IssuedTicket ticket) {
        return codes.code(ticket.body());
    }

    /** Notes that the code of a generation was handed out. */
    public void delivered(Serial serial, int generation) {
        store.inTransaction(tx -> {
            tx.issued()
                    .find(serial)
                    .filter(ticket -> ticket.deliveredGeneration() < generation)
                    .ifPresent(ticket -> tx.issued().put(ticket.delivered(generation)));
            return generation;
        });
    }

    private List<IssuedTicket> toDeliver() {
        List<IssuedTicket> waiting = new ArrayList<>();
        each(ticket -> {
            if (ticket.isToDeliver() && !codes.isRevoked(ticket.body().keyId())) {
                waiting.add(ticket);
            }
        });
        return waiting;
    }

    /**
     * What the books say now, sealed for gates that will be offline. It costs one signature and one check for each ticket:
     * about two milliseconds.
     *
     * @param eventEnd when the event ends; the snapshot ends {@link #AFTER_EVENT} later
     * @param secrets where its id and its key come from; a {@link java.security.SecureRandom} outside of tests
     */
    public Snapshot snapshot(Instant eventEnd, RandomGenerator secrets) {
        Snapshot.Builder builder = new Snapshot.Builder(store.event(), now(), eventEnd.plus(AFTER_EVENT), secrets);
        each(ticket -> {
            if (!codes.isRevoked(ticket.body().keyId())) {
                builder.add(ticket.serial(), code(ticket).text(), ticket.holding());
            }
        });
        return builder.build();
    }

    private void each(Consumer<IssuedTicket> work) {
        Optional<Serial> after = Optional.empty();
        List<IssuedTicket> page;
        do {
            Optional<Serial> from = after;
            page = store.inTransaction(tx -> tx.issued().page(from, PAGE));
            page.forEach(work);
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).serial());
        } while (page.size() == PAGE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
