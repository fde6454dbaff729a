package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.store.Incident;
import dev.membersync.sync.store.StoreException;
import dev.membersync.sync.store.Work.Backlog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a live run stands. */
public record LiveState(List<Flow> flows, List<Halted> halted, List<Incident> incidents) {
    /** A system that is not called. */
    public record Halted(Incident incident, Instant nextProbe) {
        static Halted of(Outage outage) {
            return new Halted(outage.incident(), outage.nextProbe());
        }
    }

    /** One workflow; the queue is empty while the store is down. */
    public record Flow(
            String workflow,
            String event,
            boolean ready,
            Optional<Map<Lane, Backlog>> queue,
            Map<Operation.Kind, Long> done,
            long found,
            long buried,
            Optional<Long> pausedAt,
            Optional<String> pausedBecause,
            Optional<Instant> lastPoll,
            Optional<Instant> lastScan,
            Instant nextScan) {
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

        private static Optional<Map<Lane, Backlog>> queue(Parts parts) {
            try {
                return Optional.of(parts.store()
                        .inTransaction(parts.scope(), tx -> tx.work().counts()));
            } catch (StoreException broken) {
                return Optional.empty();
            }
        }
    }
}
