package dev.membersync.sync.engine;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.PagingException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.policy.Lane;
import dev.membersync.sync.adapter.DeskClosedException;
import dev.membersync.sync.adapter.TicketDesk;
import dev.membersync.sync.intake.LiveEvent;
import dev.membersync.sync.intake.TicketHint;
import dev.membersync.sync.store.Incident;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.StoreException;
import dev.membersync.sync.store.TicketRow;
import dev.membersync.sync.store.WorkItem;
import dev.membersync.sync.workflow.RunHaltedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One workflow while it runs live: marks, members at work, feeds and full lists. Polls and scans are called by one thread,
 * everything else by any.
 */
final class LiveFlow {
    private static final String SCAN = "SCAN_INCOMPLETE";
    private static final int KEPT_OBSERVATIONS = 10_000;
    private static final Duration LEASE = Duration.ofMinutes(15);
    /** Hints that come in quick succession share a poll. */
    private static final Duration WISH = Duration.ofSeconds(5);

    private static final Duration SCAN_AGAIN = Duration.ofMinutes(5);

    final Parts parts;
    final LiveJournal journal;
    private final LiveSettings settings;
    private final int flows;
    private final Health health;
    private final IncidentBook incidents;
    private final Breaker breaker;
    private final Observations observations = Observations.live(KEPT_OBSERVATIONS);
    private final AtomicReference<@Nullable Ready> ready = new AtomicReference<>();
    private volatile @Nullable LivePause pause;
    private volatile boolean wished;
    private volatile boolean sweep;
    private volatile @Nullable Instant lastPoll;
    private volatile @Nullable Instant lastScan;
    private volatile Instant nextPoll;
    private volatile Instant nextScan;
    private Runnable between = () -> {};
    private long pages;

    LiveFlow(Parts parts, LiveSettings settings, int flows, Health health, IncidentBook incidents) {
        this.journal = new LiveJournal(parts.journal(), this::pageRead);
        this.parts = parts.telling(journal);
        this.settings = settings;
        this.flows = flows;
        this.health = health;
        this.incidents = incidents;
        this.breaker = new Breaker(parts.workflow().guards(), parts.time(), settings.guardWindow());
        this.nextPoll = parts.time().instant();
        this.nextScan = nextPoll;
    }

    /** What works on members between two scans. */
    private record Ready(Run run, Pipeline pipeline) {}

    /** Takes over what another process left, a pause among it. */
    void open() {
        Director.takeOver(parts);
        parts.store().inTransaction(parts.scope(), tx -> {
            pause = LivePause.find(tx).orElse(null);
            wished = OrdersPoll.isWished(tx);
            return true;
        });
    }

    String id() {
        return parts.workflow().id();
    }

    boolean isReady() {
        return ready.get() != null;
    }

    Optional<LivePause> pause() {
        return Optional.ofNullable(pause);
    }

    Optional<Instant> lastPoll() {
        return Optional.ofNullable(lastPoll);
    }

    Optional<Instant> lastScan() {
        return Optional.ofNullable(lastScan);
    }

    Instant nextScan() {
        return sweep ? now() : nextScan;
    }

    /** Wishes for a full list that begins from now on. */
    void sweep() {
        sweep = true;
    }

    // marks

    void mark(Collection<String> userIds) {
        parts.store().inTransaction(parts.scope(), tx -> {
            tx.work().mark(userIds, Lane.LIVE, now());
            return true;
        });
    }

    /** A hint says nothing about what changed, so the orders are asked too: they alone show that a ticket was cancelled. */
    void hint(TicketHint hint) {
        if (!hint.events().isEmpty()
                && !hint.events().contains(parts.workflow().desk().event())) {
            return;
        }
        Ready current = ready.get();
        parts.store().inTransaction(parts.scope(), tx -> {
            List<String> userIds = new HintedMembers(
                            tx, current == null ? Optional.empty() : Optional.of(current.run().keys))
                    .of(hint);
            userIds.forEach(observations::doubt);
            tx.work().mark(userIds, Lane.LIVE, now());
            OrdersPoll.wish(tx);
            return true;
        });
        wished = true;
    }

    // members

    /** Works on one member, after {@code found} was run; the lane it was in, or empty when nothing is due. */
    Optional<Lane> work(Runnable found) {
        Ready current = ready.get();
        if (current == null || pause != null || !health.isWell()) {
            return Optional.empty();
        }
        List<WorkItem> items;
        try {
            items = current.run().inTransaction(tx -> tx.work().lease(1, parts.owner(), now(), LEASE));
        } catch (StoreException broken) {
            health.failed(LiveSystem.STORE, broken);
            return Optional.empty();
        }
        if (items.isEmpty()) {
            return Optional.empty();
        }
        found.run();
        // What was marked after a scan is judged by that scan, so the newest one is asked for after the lease.
        Ready newest = Objects.requireNonNull(ready.get());
        newest.pipeline().process(items.get(0));
        newest.run().halt.reason().ifPresent(reason -> halted(newest, reason));
        return Optional.of(items.get(0).lane());
    }

    /** When the next failed member is due again, as far as this process knows. */
    Optional<Instant> nextRetry() {
        Ready current = ready.get();
        if (current == null || pause != null) {
            return Optional.empty();
        }
        Instant now = now();
        current.run().retries.removeIf(due -> !due.isAfter(now));
        return Optional.ofNullable(current.run().retries.peek());
    }

    private void halted(Ready at, RuntimeException reason) {
        if (reason instanceof RunHaltedException) {
            pause(new LivePause(LivePause.POISON_BURST, FailureWindow.MOST + 1L, String.valueOf(reason.getMessage())));
        } else {
            health.failed(Health.system(reason, parts.workflow().desk()), reason);
        }
        ready.compareAndSet(at, ready(at.run().with(at.run().scans)));
    }

    private Ready ready(Run run) {
        Step breakerStep = new BreakerStep(
                breaker,
                objection -> pause(new LivePause(LivePause.MASS_CHANGE, objection.number(), objection.message())));
        return new Ready(run, Pipeline.live(run, breakerStep));
    }

    // pauses

    private synchronized void pause(LivePause why) {
        if (pause != null) {
            return;
        }
        pause = why;
        parts.store().inTransaction(parts.scope(), tx -> {
            why.save(tx);
            return true;
        });
        tell(
                why.kind(),
                why.number(),
                why.message(),
                "marks keep coming in and nothing is written; look, then let it go on with this number");
    }

    /** Lets the work go on; false when the number is not that of the pause. */
    synchronized boolean resume(long number) {
        LivePause why = pause;
        if (why == null || why.number() != number) {
            return false;
        }
        parts.store().inTransaction(parts.scope(), tx -> {
            LivePause.lift(tx);
            return true;
        });
        breaker.reset();
        Ready current = ready.get();
        if (current != null) {
            ready.set(ready(current.run().with(current.run().scans)));
        }
        pause = null;
        incidents.endAll(why.kind()::equals);
        journal.live(new LiveEvent.Resumed(id()));
        return true;
    }

    private void tell(String kind, long number, String message, String nextStep) {
        Incident incident = Incident.of(kind, id(), "", OptionalInt.empty(), Optional.empty(), nextStep, now())
                .about(number, message);
        incidents.raise(incident);
        journal.live(new LiveEvent.Halted(incident));
    }

    // feeds

    Instant nextPoll() {
        Instant last = lastPoll;
        Instant wish = last == null ? now() : last.plus(WISH);
        return wished && wish.isBefore(nextPoll) ? wish : nextPoll;
    }

    boolean isPollDue() {
        return isReady() && !nextPoll().isAfter(now());
    }

    /** Whether a reading of the feeds for this workflow is one for the other too. */
    boolean sharesFeeds(LiveFlow other) {
        TicketDesk desk = parts.workflow().desk();
        TicketDesk others = other.parts.workflow().desk();
        return other.isReady()
                && desk.event().equals(others.event())
                && desk.occurrence().equals(others.occurrence())
                && parts.members().account().equals(other.parts.members().account());
    }

    /** The feeds are asked from now on. @return what takes their pages */
    Optional<Run> beginPoll(Instant startedAt) {
        lastPoll = startedAt;
        nextPoll = startedAt.plus(settings.pollEvery());
        return Optional.ofNullable(ready.get()).map(Ready::run);
    }

    /** A feed was read to its end. */
    void polled(Poll<?> poll) {
        journal.live(new LiveEvent.Polled(id(), poll.feed(), poll.rows(), poll.marked()));
        wished = parts.store().inTransaction(parts.scope(), OrdersPoll::isWished);
    }

    void pollFailed(RuntimeException failure) {
        failed(failure).ifPresent(again -> nextPoll = again);
    }

    // full lists

    boolean isScanDue() {
        return !nextScan().isAfter(now());
    }

    /**
     * Reads both lists whole.
     *
     * @param betweenPages called after each page, so that nothing has to wait for the end
     */
    void scan(Runnable betweenPages) {
        between = betweenPages;
        pages = 0;
        sweep = false;
        Instant startedAt = now();
        nextScan = startedAt.plus(SCAN_AGAIN);
        try {
            Census census = new Census(new Director(parts).begin(observations).inLane(Lane.BACKFILL));
            scanned(census.take(), census.objections(), startedAt);
        } catch (RuntimeException failure) {
            nextScan = failed(failure).orElse(now());
        } finally {
            between = () -> {};
        }
    }

    private void scanned(Run scanned, List<String> objections, Instant startedAt) {
        Scans found = scanned.scans;
        boolean complete = found.ticketsComplete();
        Ready before = ready.get();
        // A list that was complete once in this run may be trusted with what came in since.
        boolean known = complete || (before != null && before.run().scans.ticketsComplete());
        breaker.links(scanned.inTransaction(tx -> tx.links().count(Link.State.LIVE)));
        ready.set(ready(scanned.with(new Scans(found.ticketGeneration(), known, found.absenceCounts()))));
        if (found.absenceCounts()) {
            lookForMissingTickets(found.ticketGeneration());
        }
        lastScan = startedAt;
        nextScan = now().plus(complete ? settings.scanEvery(pages * flows) : SCAN_AGAIN);
        journal.live(new LiveEvent.Scanned(id(), pages, complete));
        if (complete) { // both sides answered: only a pause of this workflow goes on
            LivePause why = pause;
            incidents.endAll(kind -> why == null || !kind.equals(why.kind()));
        } else {
            tell(SCAN, 0, "the attendee list could not be read completely", "it is read again soon");
        }
        if (!objections.isEmpty()) {
            pause(new LivePause(LivePause.MASS_CHANGE, objections.size(), String.join("; ", objections)));
        }
        if (pause == null) {
            new Registrants(scanned, new RegistrantCreates(scanned, Long.MAX_VALUE, this::mayMake)).go();
        }
    }

    /** What cannot be settled yet is looked at after the next full list; nothing waits here. */
    private boolean mayMake(String ticket) {
        between.run();
        Optional<Breaker.Objection> objection = breaker.addCreate(ticket);
        objection.ifPresent(why -> pause(new LivePause(LivePause.MASS_CHANGE, why.number(), why.message())));
        return objection.isEmpty() && pause == null;
    }

    /** For members who were worked on while the tickets were counted, absence proved nothing yet; now it does. */
    private void lookForMissingTickets(long generation) {
        parts.store().inTransaction(parts.scope(), tx -> {
            List<Long> missing = tx.tickets().linkedUnseenSince(generation, 0, KEPT_OBSERVATIONS).stream()
                    .map(TicketRow::row)
                    .toList();
            List<String> userIds = tx.links().byTicket(missing).values().stream()
                    .map(Link::userId)
                    .toList();
            tx.work().mark(userIds, Lane.VERIFY, now());
            return true;
        });
    }

    /** While tickets are being counted anew, one that is made now belongs to the new count, and absence proves nothing. */
    private void pageRead(String side, int number) {
        pages++;
        Ready current = ready.get();
        if (current != null && side.equals(TicketCensus.ATTENDEES) && number == 1) {
            long generation = current.run()
                    .inTransaction(
                            tx -> tx.cursors().find(TicketCensus.ATTENDEES).generation());
            ready.set(ready(
                    current.run().with(new Scans(generation, current.run().scans.ticketsComplete(), false))));
        }
        between.run();
    }

    /** What a failed reading means; when to try it again, unless a probe says so. */
    private Optional<Instant> failed(RuntimeException failure) {
        if (failure instanceof ThrottledException throttled && throttled.quota() != ThrottledException.Quota.DAILY) {
            return Optional.of(now().plus(throttled.retryAfter().orElse(SCAN_AGAIN)));
        }
        boolean system = failure instanceof ApiException
                || failure instanceof StoreException
                || failure instanceof DeskClosedException;
        if (system && !(failure instanceof PagingException)) {
            health.failed(Health.system(failure, parts.workflow().desk()), failure);
            return Optional.empty();
        }
        tell(SCAN, 0, Failures.text(failure), "it is read again in " + SCAN_AGAIN.toMinutes() + " minutes");
        return Optional.of(now().plus(SCAN_AGAIN));
    }

    private Instant now() {
        return parts.time().instant();
    }
}
