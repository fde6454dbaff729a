package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.client.time.Time;
import dev.membersync.sync.intake.Heard;
import dev.membersync.sync.intake.Intake;
import dev.membersync.sync.intake.LiveEvent;
import dev.membersync.sync.intake.TicketHint;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an engine does continuously, one step after the other: probe what is halted, ask the feeds, go the rounds, read the
 * lists, work on members. It has no thread and never waits. {@link #work} may be called by many threads at once, {@link #tend} by one.
 */
public final class LiveLoop implements Intake {
    /** Work of other processes, and work that an earlier one left for later, is found at this interval. */
    private static final Duration GLANCE = Duration.ofSeconds(10);

    /** What cannot be done although it is due is never tried in a tight loop. */
    private static final Duration BREATH = Duration.ofMillis(10);

    private static final TicketHint ANY_TICKET = new TicketHint(Set.of(), Set.of(), Set.of(), true);

    private final List<LiveFlow> flows;
    private final List<LiveRound> rounds;
    private final List<IncidentBook> incidents;
    private final Health health;
    private final Time time;
    private final Runnable bell;
    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turn = new AtomicInteger();
    /** Shared by all who work on members: a ticket is read, merged and written back, and has no version. */
    private final ReadWriteLock tickets = new ReentrantReadWriteLock();

    /**
     * A loop over these workflows and rounds, one of them at least.
     *
     * @param news told what happens to whole systems
     * @param bell rung when there may be something to do for whoever waits
     */
    public LiveLoop(
            List<Parts> workflows,
            List<? extends LiveRound> rounds,
            LiveSettings settings,
            Time time,
            Consumer<LiveEvent> news,
            Runnable bell) {
        this.time = time;
        this.bell = bell;
        this.rounds = List.copyOf(rounds);
        this.incidents = Stream.concat(
                        workflows.stream().map(IncidentBook::of),
                        rounds.stream().map(LiveRound::incidents))
                .toList();
        this.health = new Health(time, incidents.get(0), news);
        int lists = (int) workflows.stream().map(Parts::lists).distinct().count();
        this.flows = IntStream.range(0, workflows.size())
                .mapToObj(i -> new LiveFlow(workflows.get(i), settings, lists, health, incidents.get(i)))
                .toList();
    }

    /** Takes over what another process left; once, before the first step. */
    public void open() {
        flows.forEach(LiveFlow::open);
    }

    @Override
    public void members(Collection<String> userIds) {
        flows.forEach(flow -> flow.mark(userIds));
        bell.run();
    }

    @Override
    public void tickets(TicketHint hint) {
        flows.forEach(flow -> flow.hint(hint));
        rounds.forEach(round -> round.hint(hint));
        bell.run();
    }

    /** Another process has kept this in the store; it is looked at as soon as possible. */
    public void hear(Heard news) {
        heard.add(news);
        bell.run();
    }

    private void listen() {
        for (Heard news = heard.poll(); news != null; news = heard.poll()) {
            Heard next = news;
            flows.forEach(flow -> flow.hear(next));
            if (next.tickets()) {
                rounds.forEach(round -> round.hint(ANY_TICKET));
            }
        }
    }

    /**
     * Does the next thing that is due, on this thread.
     *
     * @return when the next one is due; not later than now when more may be due already
     */
    public Instant step() {
        return tend(this::urgent) || work() ? time.instant() : nextDue();
    }

    /** Works on one member; false when none is due. */
    public boolean work() {
        return work(() -> {});
    }

    /**
     * As {@link #work()}.
     *
     * @param found run when one is due, before it is worked on: more may be due
     */
    public boolean work(Runnable found) {
        return next(found).isPresent();
    }

    /**
     * Probes, polls, goes a round or reads the lists, whatever is due; false when nothing is.
     *
     * @param betweenPages what else is to be done after each page of a list and each call of a round
     */
    public boolean tend(Runnable betweenPages) {
        Optional<LiveSystem> halted = health.due();
        if (halted.isPresent()) {
            health.probe(halted.get(), () -> probe(halted.get()));
            return true;
        }
        if (!health.isWell()) {
            return false;
        }
        if (poll(betweenPages)) {
            return true;
        }
        Optional<LiveFlow> scan = flows.stream().filter(LiveFlow::isScanDue).findFirst();
        scan.ifPresent(
                due -> ListReading.go(flows.stream().filter(due::sharesLists).toList(), () -> {
                    poll(betweenPages);
                    betweenPages.run();
                }));
        return scan.isPresent();
    }

    /** When something is due again. */
    public Instant nextDue() {
        Instant soonest = time.instant().plus(BREATH);
        Instant glance = time.instant().plus(GLANCE);
        Stream<Instant> due = health.isWell()
                ? Stream.concat(
                        flows.stream().flatMap(LiveLoop::due),
                        rounds.stream().filter(this::isReady).map(LiveRound::next))
                : health.outages().stream().map(Outage::nextProbe);
        Instant next =
                due.filter(at -> at.isBefore(glance)).min(Instant::compareTo).orElse(glance);
        return next.isBefore(soonest) ? soonest : next;
    }

    private static Stream<Instant> due(LiveFlow flow) {
        return Stream.concat(
                flow.nextRetry().stream(),
                flow.isReady() ? Stream.of(flow.nextPoll(), flow.nextScan()) : Stream.of(flow.nextScan()));
    }

    /** Lets a paused workflow go on; false when there is no such pause with this number. */
    public boolean resume(String workflow, long number) {
        boolean resumed = flows.stream()
                .filter(flow -> flow.id().equals(workflow))
                .map(flow -> flow.resume(number))
                .reduce(false, Boolean::logicalOr);
        bell.run();
        return resumed;
    }

    /** Has every workflow read both lists whole as soon as it can. */
    public void sweep() {
        flows.forEach(LiveFlow::sweep);
        bell.run();
    }

    /** How things stand. */
    public LiveState state() {
        return new LiveState(
                flows.stream().map(LiveState.Flow::of).toList(),
                Stream.concat(
                                health.outages().stream(),
                                rounds.stream().map(LiveRound::outage).flatMap(Optional::stream))
                        .map(LiveState.Halted::of)
                        .toList(),
                incidents.stream().flatMap(book -> book.open().stream()).toList());
    }

    private boolean poll(Runnable between) {
        if (!health.isWell()) {
            return false;
        }
        listen();
        Optional<LiveFlow> due = flows.stream().filter(LiveFlow::isPollDue).findFirst();
        due.ifPresent(flow -> {
            FeedPoll.go(flows.stream().filter(flow::sharesFeeds).toList(), time.instant());
            bell.run();
        });
        return due.isPresent() || round(between);
    }

    /** A round may be long: polls go on meanwhile, and whatever else may not wait. */
    private boolean round(Runnable between) {
        Optional<LiveRound> due =
                rounds.stream().filter(this::isReady).filter(LiveRound::isDue).findFirst();
        Runnable meanwhile = () -> {
            poll(between);
            between.run();
        };
        due.ifPresent(round -> round.go(meanwhile, tickets.writeLock()));
        return due.isPresent();
    }

    /** What a round needs to know of an event is known when its lists were read once. */
    private boolean isReady(LiveRound round) {
        return flows.stream()
                .filter(flow -> flow.parts.workflow().desk().event().equals(round.event()))
                .allMatch(LiveFlow::isReady);
    }

    /** What people wait for, and one thing more. */
    private void urgent() {
        while (next(() -> {}).filter(lane -> lane == Lane.LIVE).isPresent()) {}
    }

    /** The workflows take turns. */
    private Optional<Lane> next(Runnable found) {
        for (int i = 0; i < flows.size(); i++) {
            int flow = Math.floorMod(turn.getAndIncrement(), flows.size());
            Optional<Lane> worked = work(flows.get(flow), found);
            if (worked.isPresent()) {
                return worked;
            }
        }
        return Optional.empty();
    }

    private Optional<Lane> work(LiveFlow flow, Runnable found) {
        tickets.readLock().lock();
        try {
            return flow.work(found);
        } finally {
            tickets.readLock().unlock();
        }
    }

    /** Only workflows halt a system, so there is one. */
    private void probe(LiveSystem system) {
        Parts any = flows.get(0).parts;
        switch (system) {
            case MEMBERSHIPS -> any.members().checkAccess();
            case ACCELEVENTS -> any.workflow().desk().ticketTypes();
            case STORE ->
                any.store().inTransaction(any.scope(), tx -> tx.cursors().find(OrdersPoll.CHANGES));
        }
    }
}
