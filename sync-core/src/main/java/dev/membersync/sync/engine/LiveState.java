package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.intake.Incident;
import dev.membersync.sync.store.StoreException;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.WorkItem;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a live run stands. */
public record LiveState(List<Flow> flows, List<Halted> halted) {
    /** A system that is not called. */
    public record Halted(Incident incident, Instant nextProbe) {
        static Halted of(Outage outage) {
            return new Halted(outage.incident(), outage.nextProbe());
        }
    }

    /** One workflow; the queue is that of the first {@value #MOST} marks, -1 in all lanes where the store is down. */
    public record Flow(
            String workflow,
            String event,
            boolean ready,
            Map<Lane, Long> queue,
            Map<Operation.Kind, Long> done,
            long found,
            long buried,
            Optional<Long> pausedAt,
            Optional<String> pausedBecause,
            Optional<Instant> lastPoll,
            Optional<Instant> lastScan,
            Instant nextScan) {
        private static final int MOST = 10_000;

        static Flow of(LiveFlow flow) {
            return new Flow(
                    flow.id(),
                    flow.parts.workflow().desk().event(),
                    flow.isReady(),
                    queue(flow.parts),
                    flow.journal.done(),
                    flow.journal.found(),
                    flow.journal.buried(),
                    flow.pause().map(LivePause::number),
                    flow.pause().map(LivePause::message),
                    flow.lastPoll(),
                    flow.lastScan(),
                    flow.nextScan());
        }

        private static Map<Lane, Long> queue(Parts parts) {
            Map<Lane, Long> counts = new EnumMap<>(Lane.class);
            for (Lane lane : Lane.values()) {
                counts.put(lane, 0L);
            }
            try {
                parts.store().inTransaction(parts.scope(), tx -> count(tx, counts));
            } catch (StoreException broken) {
                counts.replaceAll((lane, count) -> -1L);
            }
            return counts;
        }

        private static Map<Lane, Long> count(Tx tx, Map<Lane, Long> counts) {
            List<WorkItem> items = tx.work().page("", MOST);
            items.forEach(item -> counts.merge(item.lane(), 1L, Long::sum));
            return counts;
        }
    }
}
