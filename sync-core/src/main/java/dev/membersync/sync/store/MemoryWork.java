package dev.membersync.sync.store;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.store.MemoryRows.Queued;
import dev.membersync.sync.store.MemoryRows.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Work in memory. */
final class MemoryWork implements Work {
    private static final String EPOCHS = "epoch";

    private final MemoryRows rows;

    MemoryWork(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public void mark(Collection<String> userIds, Lane lane, Instant now) {
        Instant dueAt = Micros.kept(now);
        for (String userId : new LinkedHashSet<>(userIds)) {
            Queued old = rows.work.find(userId).orElse(null);
            if (old == null) {
                put(new WorkItem(userId, 1, 0, lane, dueAt, 0, Optional.empty()), null);
            } else {
                WorkItem was = old.item();
                Lane urgent = Lanes.rank(lane) < Lanes.rank(was.lane()) ? lane : was.lane();
                Instant earlier = was.dueAt().isBefore(dueAt) ? was.dueAt() : dueAt;
                put(
                        new WorkItem(userId, was.seq() + 1, was.epoch(), urgent, earlier, 0, Optional.empty()),
                        old.leaseUntil());
            }
        }
    }

    @Override
    public List<WorkItem> lease(int limit, String owner, Instant now, Duration lease) {
        Instant at = Micros.kept(now);
        List<String> due = new ArrayList<>();
        for (Lane lane : Lanes.BY_URGENCY) {
            try (Stream<String> ready = rows.turns.upTo(new Turn(lane, Instant.MIN), new Turn(lane, at))) {
                ready.filter(userId -> queued(userId).isFree(at))
                        .limit(limit - due.size())
                        .forEach(due::add);
            }
        }
        return take(due, at.plus(lease));
    }

    @Override
    public List<WorkItem> lease(Collection<String> userIds, String owner, Instant now, Duration lease) {
        Instant at = Micros.kept(now);
        List<String> ready = userIds.stream()
                .distinct()
                .filter(userId -> rows.work
                        .find(userId)
                        .filter(queued -> isReady(queued, at))
                        .isPresent())
                .toList();
        return take(ready, at.plus(lease));
    }

    private static boolean isReady(Queued queued, Instant at) {
        return queued.isFree(at)
                && queued.item().waitsFor().isEmpty()
                && !queued.item().dueAt().isAfter(at);
    }

    private List<WorkItem> take(List<String> userIds, Instant until) {
        if (userIds.isEmpty()) {
            return List.of();
        }
        long epoch = rows.counter(EPOCHS) + 1;
        rows.counters.put(EPOCHS, epoch);
        List<WorkItem> leased = new ArrayList<>();
        for (String userId : userIds) {
            WorkItem was = queued(userId).item();
            WorkItem item =
                    new WorkItem(userId, was.seq(), epoch, was.lane(), was.dueAt(), was.attempts(), Optional.empty());
            put(item, Micros.kept(until));
            leased.add(item);
        }
        return List.copyOf(leased);
    }

    @Override
    public boolean done(WorkItem item) {
        Optional<Queued> held = held(item);
        if (held.isEmpty()) {
            return false;
        }
        if (held.get().item().seq() == item.seq()) {
            rows.work.remove(item.userId());
        } else {
            put(held.get().item(), null);
        }
        return true;
    }

    @Override
    public boolean retry(WorkItem item, Instant dueAt) {
        return release(item, was -> freed(was, Micros.kept(dueAt), was.attempts() + 1, Optional.empty()));
    }

    @Override
    public boolean postpone(WorkItem item, Instant dueAt) {
        return release(item, was -> freed(was, Micros.kept(dueAt), was.attempts(), Optional.empty()));
    }

    @Override
    public boolean park(WorkItem item, String waitsFor) {
        return release(item, was -> freed(was, was.dueAt(), was.attempts(), Optional.of(waitsFor)));
    }

    private static WorkItem freed(WorkItem was, Instant dueAt, int attempts, Optional<String> waitsFor) {
        return new WorkItem(was.userId(), was.seq(), was.epoch(), was.lane(), dueAt, attempts, waitsFor);
    }

    private boolean release(WorkItem item, UnaryOperator<WorkItem> ending) {
        Optional<Queued> held = held(item);
        held.map(Queued::item).ifPresent(was -> put(was.seq() == item.seq() ? ending.apply(was) : was, null));
        return held.isPresent();
    }

    private Optional<Queued> held(WorkItem item) {
        return rows.work
                .find(item.userId())
                .filter(queued -> queued.leaseUntil() != null && queued.item().epoch() == item.epoch());
    }

    @Override
    public int unpark(String waitsFor, int limit, Instant now) {
        List<WorkItem> parked = rows.work.rows().stream()
                .map(Queued::item)
                .filter(item -> item.waitsFor().filter(waitsFor::equals).isPresent())
                .limit(limit)
                .toList();
        parked.forEach(was -> put(freed(was, Micros.kept(now), was.attempts(), Optional.empty()), null));
        return parked.size();
    }

    @Override
    public void takeOver() {
        List<Queued> leased = rows.work.rows().stream()
                .filter(queued -> queued.leaseUntil() != null)
                .toList();
        leased.forEach(queued -> put(queued.item(), null));
    }

    @Override
    public Optional<WorkItem> find(String userId) {
        return rows.work.find(userId).map(Queued::item);
    }

    @Override
    public List<WorkItem> page(String afterUserId, int limit) {
        return rows.work.after(afterUserId).map(Queued::item).limit(limit).toList();
    }

    @Override
    public long count() {
        return rows.work.size();
    }

    @Override
    public Map<Lane, Backlog> counts() {
        return rows.work.rows().stream()
                .map(Queued::item)
                .filter(item -> item.waitsFor().isEmpty())
                .collect(Collectors.toUnmodifiableMap(
                        WorkItem::lane, item -> new Backlog(1, item.dueAt()), MemoryWork::both));
    }

    private static Backlog both(Backlog a, Backlog b) {
        return new Backlog(
                a.items() + b.items(), a.oldestDueAt().isBefore(b.oldestDueAt()) ? a.oldestDueAt() : b.oldestDueAt());
    }

    private Queued queued(String userId) {
        return rows.work.find(userId).orElseThrow();
    }

    private void put(WorkItem item, @Nullable Instant leaseUntil) {
        rows.work.put(item.userId(), new Queued(item, leaseUntil));
    }
}
