package dev.membersync.sync.engine;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.store.SyncStore.Tx;
import dev.membersync.sync.store.Work;
import dev.membersync.sync.store.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Work, of which nothing is kept or handed out for a member with a tombstone. */
record BarredWork(Work real, Tx tx, Barred barred) implements Work {
    @Override
    public void mark(Collection<String> userIds, Lane lane, Instant now) {
        Set<String> gone = barred.users(tx, userIds);
        real.mark(userIds.stream().filter(userId -> !gone.contains(userId)).toList(), lane, now);
    }

    /** What was marked before its tombstone stood ends here. */
    @Override
    public List<WorkItem> lease(int limit, String owner, Instant now, Duration lease) {
        List<WorkItem> leased = real.lease(limit, owner, now, lease);
        List<WorkItem> others = others(leased);
        return others.isEmpty() && !leased.isEmpty() ? lease(limit, owner, now, lease) : others;
    }

    @Override
    public List<WorkItem> lease(Collection<String> userIds, String owner, Instant now, Duration lease) {
        return others(real.lease(userIds, owner, now, lease));
    }

    private List<WorkItem> others(List<WorkItem> leased) {
        Set<String> gone =
                barred.users(tx, leased.stream().map(WorkItem::userId).toList());
        leased.stream().filter(item -> gone.contains(item.userId())).forEach(real::done);
        return leased.stream().filter(item -> !gone.contains(item.userId())).toList();
    }

    @Override
    public boolean done(WorkItem item) {
        return real.done(item);
    }

    @Override
    public boolean retry(WorkItem item, Instant dueAt) {
        return real.retry(item, dueAt);
    }

    @Override
    public boolean postpone(WorkItem item, Instant dueAt) {
        return real.postpone(item, dueAt);
    }

    @Override
    public boolean park(WorkItem item, String waitsFor) {
        return real.park(item, waitsFor);
    }

    @Override
    public int unpark(String waitsFor, int limit, Instant now) {
        return real.unpark(waitsFor, limit, now);
    }

    @Override
    public void takeOver() {
        real.takeOver();
    }

    @Override
    public Optional<WorkItem> find(String userId) {
        return real.find(userId);
    }

    @Override
    public List<WorkItem> page(String afterUserId, int limit) {
        return real.page(afterUserId, limit);
    }

    @Override
    public long count() {
        return real.count();
    }

    @Override
    public Map<Lane, Backlog> counts() {
        return real.counts();
    }
}
