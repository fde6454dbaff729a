package dev.membersync.sync;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.engine.LiveState;
import dev.membersync.sync.mirror.PaymentFlow;
import dev.membersync.sync.mirror.PaymentTally;
import dev.membersync.sync.store.Incident;
import dev.membersync.sync.store.Work.Backlog;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a live run stands. Holds no personal data.
 *
 * @param at when it was asked
 * @param workflows the workflows between members and tickets
 * @param payments the workflows about payments
 * @param halted the systems that are not called, and the workflows about payments that do not get on, with the time of the
 *     next probe
 * @param incidents what is not over, newest first, 20 at most
 */
public record LiveStatus(
        Instant at, List<Flow> workflows, List<Payments> payments, List<Halted> halted, List<Incident> incidents) {
    private static final int MOST_INCIDENTS = 20;

    public LiveStatus {
        workflows = List.copyOf(workflows);
        payments = List.copyOf(payments);
        halted = List.copyOf(halted);
        incidents = List.copyOf(incidents);
    }

    /**
     * One workflow.
     *
     * @param workflow its id
     * @param event the event url
     * @param ready whether the first scan is over
     * @param queue members that wait, by lane: {@code live}, {@code retry}, {@code verify}, {@code backfill}; those that wait
     *     for a free place are in none; -1 while the store is down
     * @param oldestDue since when the longest due member of a lane has been due, or when the first one will be; of lanes
     *     where somebody waits
     * @param done operations made since the start, by kind
     * @param found changes that only a full list showed
     * @param deadLetters members given up since the start
     * @param pausedAt the number to let a paused workflow go on with
     * @param pausedBecause why it is paused
     * @param lastPoll when feeds were asked last
     * @param lastScan when the last full scan began
     * @param nextScan when the next one begins
     */
    public record Flow(
            String workflow,
            String event,
            boolean ready,
            Map<String, Long> queue,
            Map<String, Instant> oldestDue,
            Map<String, Long> done,
            long found,
            long deadLetters,
            Optional<Long> pausedAt,
            Optional<String> pausedBecause,
            Optional<Instant> lastPoll,
            Optional<Instant> lastScan,
            Instant nextScan) {
        public Flow {
            queue = Map.copyOf(queue);
            oldestDue = Map.copyOf(oldestDue);
            done = Map.copyOf(done);
        }

        /** How many wait in all lanes. */
        public long waiting() {
            return queue.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * One workflow about payments. What the last whole round found is 0 before there was one.
     *
     * @param workflow its id
     * @param event the event url
     * @param told payments told since the start
     * @param unchanged payments that needed nothing
     * @param orphans payments of nobody
     * @param failed payments whose call failed
     * @param open payments whose telling is under way
     * @param reviews questions that are open
     * @param lastPoll when the last round began
     * @param nextPoll when the next one is due
     */
    public record Payments(
            String workflow,
            String event,
            long told,
            long unchanged,
            long orphans,
            long failed,
            long open,
            long reviews,
            Optional<Instant> lastPoll,
            Instant nextPoll) {
        static Payments of(PaymentFlow flow) {
            Optional<PaymentTally> found = flow.found();
            return new Payments(
                    flow.id(),
                    flow.event(),
                    flow.told(),
                    found.map(PaymentTally::unchanged).orElse(0L),
                    found.map(PaymentTally::orphans).orElse(0L),
                    found.map(PaymentTally::failed).orElse(0L),
                    found.map(PaymentTally::open).orElse(0L),
                    found.map(PaymentTally::reviews).orElse(0L),
                    flow.last(),
                    flow.next());
        }
    }

    /** A system or workflow that waits for its next probe. */
    public record Halted(Incident incident, Instant nextProbe) {}

    static LiveStatus of(LiveState state, List<PaymentFlow> payments, Instant at) {
        return new LiveStatus(
                at,
                state.flows().stream().map(LiveStatus::flow).toList(),
                payments.stream().map(Payments::of).toList(),
                state.halted().stream()
                        .map(one -> new Halted(one.incident(), one.nextProbe()))
                        .toList(),
                state.incidents().stream()
                        .sorted(Comparator.comparing(Incident::lastAt).reversed())
                        .limit(MOST_INCIDENTS)
                        .toList());
    }

    private static Flow flow(LiveState.Flow flow) {
        return new Flow(
                flow.workflow(),
                flow.event(),
                flow.ready(),
                queue(flow.queue()),
                oldestDue(flow.queue()),
                words(flow.done()),
                flow.found(),
                flow.buried(),
                flow.pausedAt(),
                flow.pausedBecause(),
                flow.lastPoll(),
                flow.lastScan(),
                flow.nextScan());
    }

    private static Map<String, Long> queue(Optional<Map<Lane, Backlog>> queue) {
        Map<Lane, Long> counts = new EnumMap<>(Lane.class);
        for (Lane lane : Lane.values()) {
            counts.put(lane, queue.isPresent() ? 0L : -1L);
        }
        queue.ifPresent(lanes -> lanes.forEach((lane, backlog) -> counts.put(lane, backlog.items())));
        return words(counts);
    }

    private static Map<String, Instant> oldestDue(Optional<Map<Lane, Backlog>> queue) {
        Map<String, Instant> oldest = new TreeMap<>();
        queue.orElse(Map.of()).forEach((lane, backlog) -> oldest.put(word(lane), backlog.oldestDueAt()));
        return oldest;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Long> words(Map<? extends Enum<?>, Long> counts) {
        Map<String, Long> words = new TreeMap<>();
        counts.forEach((key, count) -> words.put(word(key), count));
        return words;
    }
}
