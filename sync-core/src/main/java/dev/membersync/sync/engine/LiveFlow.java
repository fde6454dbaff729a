package dev.membersync.sync.engine;

import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.policy.Lane;
import dev.membersync.sync.intake.Heard;
import dev.membersync.sync.intake.LiveEvent;
import dev.membersync.sync.intake.TicketHint;
import dev.membersync.sync.store.Incident;
import dev.membersync.sync.store.Link;
import dev.membersync.sync.store.StoreException;
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
    private static final String OLDER = "STORE_OLDER";
    private static final String SCAN = "SCAN_INCOMPLETE";
    private static final int KEPT_OBSERVATIONS = 10_000;
    private static final Duration LEASE = Duration.ofMinutes(15);
    /** Hints that come in quick succession share a poll. */
    private static final Duration WISH = Duration.ofSeconds(5);

    private static final Duration SCAN_AGAIN = Duration.ofMinutes(5);

    final Parts parts;
    final LiveJournal journal;
    private final LiveSettings settings;
    private final int lists;
    private final Health health;
    private final IncidentBook incidents;
    private final Brake brake;
    private final Observations observations = Observations.live(KEPT_OBSERVATIONS);
    private final AtomicReference<@Nullable Ready> ready = new AtomicReference<>();
    private volatile boolean wished;
    private volatile boolean sweep;
    private volatile boolean older;
    private volatile @Nullable Instant lastPoll;
    private volatile @Nullable Instant lastScan;
    private volatile Instant nextPoll;
    private volatile Instant nextScan;
    private Runnable between = () -> {};
    private long pages;
    private Instant scanBegan = Instant.EPOCH;

    /** @param lists how many pairs of lists all workflows read together */
    LiveFlow(Parts parts, LiveSettings settings, int lists, Health health, IncidentBook incidents) {
        this.journal = new LiveJournal(parts.journal(), this::pageRead);
        this.parts = parts.telling(journal);
        this.settings = settings;
        this.lists = lists;
        this.health = health;
        this.incidents = incidents;
        this.brake = new Brake(this.parts, settings.guardWindow(), this::tell);
        this.nextPoll = parts.time().instant();
        this.nextScan = nextPoll;
    }

    /** What works on members between two scans. */
    private record Ready(Run run, Pipeline pipeline) {}

    /** Takes over what another process left, a pause among it. */
    void open() {
        Director.takeOver(parts);
        parts.store().inTransaction(parts.scope(), tx -> {
            brake.find(tx);
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
        return brake.pause();
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
        Door.mark(parts, userIds);
    }

    void hint(TicketHint hint) {
        if (Door.concerns(parts, hint)) {
            Door.hint(parts, hint, userIds -> userIds.forEach(observations::doubt));
            wished = true;
        }
    }

    /** What others have marked is doubted here too, and marked anew, because it may have been worked on without a doubt. */
    void hear(Heard news) {
        news.members().forEach(observations::doubt);
        try {
            parts.store().inTransaction(parts.scope(), tx -> {
                tx.work().mark(tx.links().find(news.members()).keySet(), Lane.LIVE, now());
                wished = OrdersPoll.isWished(tx);
                return true;
            });
        } catch (StoreException broken) {
            health.failed(LiveSystem.STORE, broken);
        }
    }

    // members

    /** Works on one member, after {@code found} was run; the lane it was in, or empty when nothing is due. */
    Optional<Lane> work(Runnable found) {
        Ready current = ready.get();
        if (current == null || brake.isOn() || !health.isWell()) {
            return Optional.empty();
        }
        List<WorkItem> items;
        try {
            items = current.run().inTransaction(tx -> tx.work().lease(1, parts.owner(), now(), LEASE));
        } catch (StoreException broken) {
            if (!startsOver(current, broken)) {
                health.failed(LiveSystem.STORE, broken);
            }
            return Optional.empty();
        }
        if (items.isEmpty()) {
            return Optional.empty();
        }
        found.run();
        // What was marked after a scan is judged by that scan, so the newest one is asked for after the lease.
        Ready newest = Objects.requireNonNullElse(ready.get(), current);
        newest.pipeline().process(items.get(0));
        newest.run().halt.reason().ifPresent(reason -> halted(newest, reason));
        return Optional.of(items.get(0).lane());
    }

    /** When the next failed member is due again, as far as this process knows. */
    Optional<Instant> nextRetry() {
        Ready current = ready.get();
        if (current == null || brake.isOn()) {
            return Optional.empty();
        }
        Instant now = now();
        current.run().retries.removeIf(due -> !due.isAfter(now));
        return Optional.ofNullable(current.run().retries.peek());
    }

    private void halted(Ready at, RuntimeException reason) {
        if (startsOver(at, reason)) {
            return;
        }
        if (reason instanceof RunHaltedException) {
            brake.pull(new LivePause(
                    LivePause.POISON_BURST, FailureWindow.MOST + 1L, String.valueOf(reason.getMessage())));
        } else {
            health.failed(Health.system(reason, parts.workflow().desk()), reason);
        }
        ready.compareAndSet(at, ready(at.run().with(at.run().scans)));
    }

    /**
     * A store that came back may lack what was made last: nobody is worked on until both lists were read whole. Whoever is
     * not remembered any more is found by the note of the order then.
     */
    private boolean startsOver(@Nullable Ready at, RuntimeException reason) {
        if (!(reason instanceof StoreException.Older)) {
            return false;
        }
        sweep = true;
        older = true;
        if (ready.compareAndSet(at, null) && at != null) {
            tell(
                    OLDER,
                    parts.store().lapses(),
                    String.valueOf(reason.getMessage()),
                    "nothing is to be done: both sides are read whole before anybody is registered");
        }
        return true;
    }

    private Ready ready(Run run) {
        return new Ready(run, Pipeline.live(run, brake.step()));
    }

    // pauses

    /** Lets the work go on; false when the number is not that of the pause. */
    boolean resume(long number) {
        Optional<LivePause> lifted = brake.release(number, () -> {
            Ready current = ready.get();
            if (current != null) {
                ready.set(ready(current.run().with(current.run().scans)));
            }
        });
        lifted.ifPresent(why -> {
            incidents.endAll(why.kind()::equals);
            journal.live(new LiveEvent.Resumed(id()));
        });
        return lifted.isPresent();
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
        return other.isReady() && sharesLists(other);
    }

    /** Whether the lists of this workflow are those of the other too. */
    boolean sharesLists(LiveFlow other) {
        return parts.lists().equals(other.parts.lists());
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

    /** Both lists are about to be read whole. @return what takes their pages */
    Census beginScan() {
        pages = 0;
        sweep = false;
        scanBegan = now();
        nextScan = scanBegan.plus(SCAN_AGAIN);
        if (older) {
            older = false;
            Director.takeOver(parts);
        }
        return new Census(new Director(parts).begin(observations).inLane(Lane.BACKFILL));
    }

    /** Does a part of the scan; something else is done after each page and call of it. */
    void during(Runnable otherWork, Runnable part) {
        between = otherWork;
        try {
            part.run();
        } finally {
            between = () -> {};
        }
    }

    void scanFailed(RuntimeException failure) {
        nextScan = failed(failure).orElse(now());
    }

    /** Both lists were read. */
    void scanned(Census census) {
        Run scanned = census.run();
        Scans found = scanned.scans;
        boolean complete = found.ticketsComplete();
        Ready before = ready.get();
        // A list that was complete once in this run may be trusted with what came in since.
        boolean known = complete || (before != null && before.run().scans.ticketsComplete());
        brake.links(scanned.inTransaction(tx -> tx.links().count(Link.State.LIVE)));
        ready.set(ready(scanned.with(new Scans(found.ticketGeneration(), known, found.absenceCounts()))));
        if (found.absenceCounts()) {
            MissingTickets.look(parts, found.ticketGeneration(), KEPT_OBSERVATIONS);
        }
        lastScan = scanBegan;
        nextScan = now().plus(complete ? settings.scanEvery(pages * lists) : SCAN_AGAIN);
        journal.live(new LiveEvent.Scanned(id(), pages, complete));
        if (complete) { // both sides answered: only a pause of this workflow goes on
            Optional<String> waits = brake.pause().map(LivePause::kind);
            incidents.endAll(kind -> !waits.equals(Optional.of(kind)));
        } else {
            tell(SCAN, 0, "the attendee list could not be read completely", "it is read again soon");
        }
        List<String> objections = census.objections();
        if (!objections.isEmpty()) {
            brake.pull(new LivePause(LivePause.MASS_CHANGE, objections.size(), String.join("; ", objections)));
        }
        if (!brake.isOn()) {
            new Registrants(scanned, new RegistrantCreates(scanned, Long.MAX_VALUE, this::mayMake)).go();
        }
    }

    /** What cannot be settled yet is looked at after the next full list; nothing waits here. */
    private boolean mayMake(String ticket) {
        between.run();
        return brake.mayMake(ticket);
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
        if (startsOver(ready.get(), failure)) {
            return Optional.of(now());
        }
        if (failure instanceof ThrottledException throttled && throttled.quota() != ThrottledException.Quota.DAILY) {
            return Optional.of(now().plus(throttled.retryAfter().orElse(SCAN_AGAIN)));
        }
        if (Health.isOfASystem(failure)) {
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
