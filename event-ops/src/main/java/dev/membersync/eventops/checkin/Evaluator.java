package dev.membersync.eventops.checkin;

import dev.membersync.eventops.ticket.Block;
import dev.membersync.eventops.ticket.Revocation;
import dev.membersync.eventops.ticket.TicketBody;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Decides about a genuine ticket, in this order: lists and books, test, freshness, clock, window, gate, money and approval,
 * admission. A pure function of ticket, look and view; the one evaluator of all gates.
 */
final class Evaluator {
    private final DoorPolicy policy;
    private final Wording wording;

    Evaluator(DoorPolicy policy) {
        this.policy = policy;
        this.wording = new Wording(policy);
    }

    /** Decides about a text that is no ticket that counts here. */
    Decision refused(Outcome outcome, Look look, DoorView view) {
        return Decision.of(outcome).with(flags(look, view));
    }

    /** Decides about a ticket whose code, or whose name, was found to be genuine. */
    Decision decide(TicketBody ticket, String text, Look look, DoorView view) {
        List<TimedScan> scans = view.scans(ticket.serial());
        Optional<TimedScan> gesture =
                look.waiver().isPresent() ? Optional.empty() : gesture(scans, ticket.generation(), look);
        if (gesture.isPresent()) {
            return again(gesture.get()).with(flags(look, view));
        }
        Notes notes = new Notes(flags(look, view));
        DoorView.Books books = view.books(ticket, text);
        Decision decision = first(
                        () -> listed(ticket, view),
                        () -> booked(ticket, books, notes),
                        () -> leaving(ticket, look, scans, notes),
                        () -> fresh(ticket, view, notes),
                        () -> copied(ticket, books, notes),
                        () -> onTime(ticket, look),
                        () -> timed(ticket, look),
                        () -> placed(ticket, look),
                        () -> paid(ticket, look, books, notes))
                .orElseGet(() -> admission(ticket, look, scans));
        return notes.on(decision);
    }

    @SafeVarargs
    private static Optional<Decision> first(Supplier<Optional<Decision>>... steps) {
        for (Supplier<Optional<Decision>> step : steps) {
            Optional<Decision> found = step.get();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What is true of this view and clock, whatever the ticket. */
    private Set<Flag> flags(Look look, DoorView view) {
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        boolean offline = view.snapshot().isPresent();
        Duration age = offline ? policy.offlineAge() : policy.onlineAge();
        if (isOld(view.listAsOf(), age, look)) {
            flags.add(Flag.STALE_LIST);
        }
        if (view.snapshot().filter(s -> isOld(s.asOf(), age, look)).isPresent()) {
            flags.add(Flag.STALE_SNAPSHOT);
        }
        if (look.clock() != Skew.NORMAL) {
            flags.add(Flag.CLOCK_SUSPECT);
        }
        if (offline) {
            flags.add(Flag.OFFLINE_PROVISIONAL);
        }
        return flags;
    }

    private static boolean isOld(Instant asOf, Duration age, Look look) {
        return asOf.plus(age).isBefore(look.now());
    }

    /** The look that began the gesture which this one belongs to. */
    private static Optional<TimedScan> gesture(List<TimedScan> scans, int generation, Look look) {
        return scans.stream()
                .filter(timed -> !timed.isUndone() && isSameHand(timed.scan(), generation, look))
                .max(TimedScan.CANONICAL)
                .filter(first -> {
                    Duration since = Duration.between(first.when().at(), look.now());
                    return !since.isNegative() && since.compareTo(Scan.GESTURE) <= 0;
                });
    }

    private static boolean isSameHand(Scan scan, int generation, Look look) {
        return scan.repeats() == 0
                && scan.id().device().equals(look.device())
                && scan.gate().equals(look.gate().name())
                && scan.direction() == look.direction()
                && scan.generation() == generation;
    }

    private Decision again(TimedScan first) {
        Decision same = Decision.of(first.scan().outcome())
                .in(first.scan().slot())
                .repeating(first)
                .saying(wording.sameGesture());
        return Rule.of(first.scan().rule()).map(same::by).orElse(same);
    }

    private Optional<Decision> listed(TicketBody ticket, DoorView view) {
        Optional<Revocation> revocation = view.revocation(ticket.serial(), ticket.generation());
        if (revocation.isPresent()) {
            boolean newer = revocation.get().reason().supersedes();
            return Optional.of(Decision.of(newer ? Outcome.SUPERSEDED : Outcome.REVOKED)
                    .saying(wording.since(newer, revocation.get().since())));
        }
        return view.block(ticket.serial())
                .filter(Block::blocked)
                .map(block -> Decision.of(Outcome.BLOCKED).saying(wording.since(false, block.since())));
    }

    private Optional<Decision> booked(TicketBody ticket, DoorView.Books books, Notes notes) {
        if (books instanceof DoorView.Books.Unknown) {
            return Optional.of(Decision.of(Outcome.UNKNOWN_TICKET));
        }
        if (books instanceof DoorView.Books.OtherCode) {
            return Optional.of(Decision.of(Outcome.SUPERSEDED));
        }
        if (books instanceof DoorView.Books.Known known) {
            if (known.holding().isCanceled()) {
                return Optional.of(Decision.of(Outcome.CANCELED));
            }
            if (ticket.generation() < known.holding().generation()) {
                return Optional.of(Decision.of(Outcome.SUPERSEDED));
            }
            // Signed by us and newer than the books: they were restored from a copy, or lag behind.
            if (ticket.generation() > known.holding().generation()) {
                notes.attention(wording.newerThanBooks());
            }
        }
        return Optional.empty();
    }

    /** Whoever shows a ticket that counts may leave, at any time and by any gate. */
    private Optional<Decision> leaving(TicketBody ticket, Look look, List<TimedScan> scans, Notes notes) {
        if (look.direction() == Direction.ENTRY) {
            return Optional.empty();
        }
        Decision exit = Decision.of(Outcome.EXITED).in(exitSlot(ticket, look));
        if (Visits.of(scans).inside().isEmpty()) {
            notes.attention(wording.noEntry());
        }
        return Optional.of(exit);
    }

    /** Who leaves the event has left it for all days; who leaves a zone has left that zone. */
    private String exitSlot(TicketBody ticket, Look look) {
        return policy.of(ticket.ticketClass()).reentry().per() == Reentry.Per.ZONE ? slot(ticket, look) : "";
    }

    private String slot(TicketBody ticket, Look look) {
        return policy.slot(ticket.ticketClass(), ticket.accessMask(), look.gate(), look.now());
    }

    private Optional<Decision> fresh(TicketBody ticket, DoorView view, Notes notes) {
        if (policy.live() && ticket.test()) {
            return Optional.of(Decision.of(Outcome.TEST_TICKET));
        }
        if (view.snapshot().filter(DoorView.Sealed::expired).isPresent()) {
            return Optional.of(Decision.denied(Rule.EXPIRED_SNAPSHOT));
        }
        ClassPolicy rules = policy.of(ticket.ticketClass());
        if (notes.has(Flag.STALE_LIST) && rules.staleList() == Stance.DENY) {
            return Optional.of(Decision.denied(Rule.STALE_LIST));
        }
        return notes.has(Flag.STALE_SNAPSHOT) && rules.staleSnapshot() == Stance.DENY
                ? Optional.of(Decision.denied(Rule.STALE_SNAPSHOT))
                : Optional.empty();
    }

    /** What a copy of the books does not hold. */
    private Optional<Decision> copied(TicketBody ticket, DoorView.Books books, Notes notes) {
        boolean unseen = books instanceof DoorView.Books.Unseen;
        if (!unseen && !(books instanceof DoorView.Books.NoData)) {
            return Optional.empty();
        }
        Stance stance = policy.of(ticket.ticketClass()).staleSnapshot();
        if (stance == Stance.DENY) {
            return Optional.of(Decision.denied(Rule.NOT_IN_SNAPSHOT));
        }
        if (unseen && stance == Stance.WARN) {
            notes.add(Flag.STALE_SNAPSHOT);
            notes.attention(Rule.NOT_IN_SNAPSHOT.text());
        }
        return Optional.empty();
    }

    /** A clock that cannot be believed decides nothing that depends on the time. */
    private Optional<Decision> onTime(TicketBody ticket, Look look) {
        boolean dependsOnTime = ticket.validFrom() != null
                || ticket.validUntil() != null
                || !policy.days().isEmpty()
                || policy.of(ticket.ticketClass()).reentry().per() == Reentry.Per.DAY;
        return look.clock() == Skew.SUSPECT && dependsOnTime && look.waiver().isEmpty()
                ? Optional.of(Decision.denied(Rule.CLOCK))
                : Optional.empty();
    }

    /** The window, with the grace before it and after it; its end is not in it. */
    private Optional<Decision> timed(TicketBody ticket, Look look) {
        Duration grace = policy.of(ticket.ticketClass()).grace();
        Instant from = ticket.validFrom();
        Instant until = ticket.validUntil();
        if (from != null && look.now().isBefore(from.minus(grace))) {
            return Optional.of(Decision.of(Outcome.NOT_YET_VALID).saying(wording.window(ticket)));
        }
        if (until != null && !look.now().isBefore(until.plus(grace))) {
            return Optional.of(Decision.of(Outcome.EXPIRED).saying(wording.window(ticket)));
        }
        return Optional.empty();
    }

    private Optional<Decision> placed(TicketBody ticket, Look look) {
        if (!look.gate().serves(ticket.ticketClass())) {
            return Optional.of(Decision.of(Outcome.WRONG_CLASS).saying(wording.rightGates(ticket)));
        }
        if (!look.gate().opensFor(ticket.accessMask())) {
            return Optional.of(Decision.of(Outcome.WRONG_GATE).saying(wording.rightGates(ticket)));
        }
        return policy.isWrongDay(ticket.accessMask(), look.now())
                ? Optional.of(Decision.denied(Rule.DAY).saying(wording.rightDays(ticket)))
                : Optional.empty();
    }

    private Optional<Decision> paid(TicketBody ticket, Look look, DoorView.Books books, Notes notes) {
        if (!(books instanceof DoorView.Books.Known known)) {
            return Optional.empty();
        }
        Holding holding = known.holding();
        if (!holding.isApproved()) {
            return Optional.of(Decision.of(Outcome.APPROVAL_PENDING));
        }
        ClassPolicy rules = policy.of(ticket.ticketClass());
        Outcome problem = switch (holding.payment()) {
            case SETTLED -> Outcome.ADMITTED;
            case DUE -> Outcome.PAYMENT_DUE;
            case DISPUTED -> Outcome.PAYMENT_DISPUTED;
        };
        Stance stance = switch (holding.payment()) {
            case SETTLED -> Stance.ADMIT;
            case DUE -> rules.due();
            case DISPUTED -> rules.disputed();
        };
        if (stance == Stance.DENY && look.waiver().isEmpty()) {
            return Optional.of(Decision.of(problem).owing(holding.due()).saying(wording.money(problem, holding)));
        }
        if (stance != Stance.ADMIT) {
            notes.attention(wording.money(problem, holding));
        }
        return Optional.empty();
    }

    private Decision admission(TicketBody ticket, Look look, List<TimedScan> scans) {
        Visits visits = Visits.of(scans);
        String slot = slot(ticket, look);
        Optional<TimedScan> before = visits.last(slot);
        if (before.isEmpty()) {
            Outcome outcome = visits.first().isEmpty() ? Outcome.ADMITTED : Outcome.READMITTED;
            return Decision.of(outcome).in(slot);
        }
        boolean inside = visits.inside().containsKey(slot);
        if (!inside && policy.of(ticket.ticketClass()).reentry().afterExit()) {
            return Decision.of(Outcome.READMITTED).in(slot);
        }
        Decision no = Decision.of(Outcome.ALREADY_ADMITTED)
                .in(slot)
                .after(before.get())
                .saying(wording.already(before.get()));
        return inside ? no : no.by(Rule.ONCE);
    }
}
