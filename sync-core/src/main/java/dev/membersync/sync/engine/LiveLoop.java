package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.client.time.Time;
import dev.membersync.sync.intake.Intake;
import dev.membersync.sync.intake.TicketHint;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an engine does continuously, one step after the other: probe what is halted, ask the feeds, read the lists, work on
 * members. It has no thread and never waits. {@link #work} may be called by many threads at once, {@link #tend} by one.
 */
public final class LiveLoop implements Intake {
    /** Work of other processes, and work that an earlier one left for later, is found at this interval. */
    private static final Duration GLANCE = Duration.ofSeconds(10);

    /** What cannot be done although it is due is never tried in a tight loop. */
    private static final Duration BREATH = Duration.ofMillis(10);

    private final List<LiveFlow> flows;
    private final List<IncidentBook> incidents;
    private final Health health;
    private final Time time;
    private final Runnable bell;
    private final AtomicInteger turn = new AtomicInteger();

    /** @param bell rung when there may be something to do for whoever waits */
    public LiveLoop(List<Parts> workflows, LiveSettings settings, Runnable bell) {
        Parts any = workflows.get(0);
        this.time = any.time();
        this.bell = bell;
        this.incidents = workflows.stream().map(IncidentBook::new).toList();
        this.health = new Health(time, incidents.get(0), event -> any.journal().live(event));
        this.flows = IntStream.range(0, workflows.size())
                .mapToObj(i -> new LiveFlow(workflows.get(i), settings, workflows.size(), health, incidents.get(i)))
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
        bell.run();
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
        return next().isPresent();
    }

    /**
     * Probes, polls or reads the lists, whatever is due; false when nothing is.
     *
     * @param betweenPages what else is to be done after each page of a list
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
        if (poll()) {
            return true;
        }
        Optional<LiveFlow> scan = flows.stream().filter(LiveFlow::isScanDue).findFirst();
        scan.ifPresent(flow -> flow.scan(() -> {
            poll();
            betweenPages.run();
        }));
        return scan.isPresent();
    }

    /** When something is due again. */
    public Instant nextDue() {
        Instant soonest = time.instant().plus(BREATH);
        Instant glance = time.instant().plus(GLANCE);
        Stream<Instant> due = health.isWell()
                ? flows.stream()
                        .flatMap(flow -> Stream.concat(
                                flow.nextRetry().stream(),
                                flow.isReady()
                                        ? Stream.of(flow.nextPoll(), flow.nextScan())
                                        : Stream.of(flow.nextScan())))
                : health.outages().stream().map(Outage::nextProbe);
        Instant next =
                due.filter(at -> at.isBefore(glance)).min(Instant::compareTo).orElse(glance);
        return next.isBefore(soonest) ? soonest : next;
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
                health.outages().stream().map(LiveState.Halted::of).toList(),
                incidents.stream().flatMap(book -> book.open().stream()).toList());
    }

    private boolean poll() {
        Optional<LiveFlow> due =
                health.isWell() ? flows.stream().filter(LiveFlow::isPollDue).findFirst() : Optional.empty();
        due.ifPresent(LiveFlow::poll);
        due.ifPresent(flow -> bell.run());
        return due.isPresent();
    }

    /** What people wait for, and one thing more. */
    private void urgent() {
        while (next().filter(lane -> lane == Lane.LIVE).isPresent()) {}
    }

    /** The workflows take turns. */
    private Optional<Lane> next() {
        for (int i = 0; i < flows.size(); i++) {
            int flow = Math.floorMod(turn.getAndIncrement(), flows.size());
            Optional<Lane> worked = flows.get(flow).work();
            if (worked.isPresent()) {
                return worked;
            }
        }
        return Optional.empty();
    }

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
