package dev.membersync.sync.store;

import dev.membersync.client.policy.Lane;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Work in a database. */
record SqlWork(SqlSession session, long scope) implements Work {
    static final String SELECT = "SELECT user_id, seq, epoch, lane, due_at, attempts, waits_for FROM sync_work ";
    private static final String READY =
            "AND scope_id=? AND waits_for IS NULL AND due_at<=? AND (lease_until IS NULL OR lease_until<=?)";
    private static final String HELD = " WHERE user_id=? AND scope_id=? AND epoch=? AND lease_until IS NOT NULL";

    @Override
    public void mark(Collection<String> userIds, Lane lane, Instant now) {
        int rank = Lanes.rank(lane);
        long dueAt = Micros.of(now);
        List<@Nullable Object[]> values = new ArrayList<>(userIds.size());
        for (String userId : new LinkedHashSet<>(userIds)) {
            values.add(new @Nullable Object[] {userId, scope, rank, dueAt});
        }
        session.batch(
                "INSERT INTO sync_work(user_id, scope_id, seq, epoch, lane, due_at, attempts) VALUES(?,?,1,0,?,?,0)"
                        + " ON CONFLICT(user_id, scope_id) DO UPDATE SET seq=sync_work.seq+1,"
                        + " lane=CASE WHEN excluded.lane<sync_work.lane THEN excluded.lane ELSE sync_work.lane END,"
                        + " due_at=CASE WHEN excluded.due_at<sync_work.due_at THEN excluded.due_at"
                        + " ELSE sync_work.due_at END, attempts=0, waits_for=NULL",
                values);
    }

    @Override
    public List<WorkItem> lease(int limit, String owner, Instant now, Duration lease) {
        List<WorkItem> due = new ArrayList<>();
        long at = Micros.of(now);
        long clock = session.dialect().now(session, now);
        for (Lane lane : Lanes.BY_URGENCY) {
            int left = limit - due.size();
            if (left > 0) {
                // One lane at a time: each is a short walk along its index, whatever waits in the other lanes.
                due.addAll(session.list(
                        SELECT + "WHERE lane=? " + READY + " ORDER BY due_at, user_id LIMIT ?"
                                + session.dialect().leasing(),
                        SqlWork::read,
                        Lanes.rank(lane),
                        scope,
                        at,
                        clock,
                        left));
            }
        }
        return take(due, owner, clock + lease.toNanos() / 1000);
    }

    @Override
    public List<WorkItem> lease(Collection<String> userIds, String owner, Instant now, Duration lease) {
        long clock = session.dialect().now(session, now);
        List<WorkItem> due = session.listIn(
                SELECT + "WHERE user_id IN (?*) " + READY + session.dialect().leasing(),
                userIds,
                SqlWork::read,
                scope,
                Micros.of(now),
                clock);
        return take(due, owner, clock + lease.toNanos() / 1000);
    }

    private List<WorkItem> take(List<WorkItem> due, String owner, long leaseUntil) {
        if (due.isEmpty()) {
            return List.of();
        }
        SqlCounter epochs = new SqlCounter(session, "epoch", scope);
        long epoch = epochs.last() + 1;
        epochs.set(epoch);
        List<@Nullable Object[]> values = new ArrayList<>(due.size());
        List<WorkItem> leased = new ArrayList<>(due.size());
        for (WorkItem item : due) {
            values.add(new @Nullable Object[] {epoch, owner, session.process(), leaseUntil, item.userId(), scope});
            leased.add(new WorkItem(
                    item.userId(), item.seq(), epoch, item.lane(), item.dueAt(), item.attempts(), item.waitsFor()));
        }
        session.batch(
                "UPDATE sync_work SET epoch=?, owner=?, process=?, lease_until=? WHERE user_id=? AND scope_id=?",
                values);
        return List.copyOf(leased);
    }

    @Override
    public boolean done(WorkItem item) {
        int removed = session.update(
                "DELETE FROM sync_work" + HELD + " AND seq=?", item.userId(), scope, item.epoch(), item.seq());
        return removed > 0
                || session.update(
                                "UPDATE sync_work SET lease_until=NULL, owner=NULL" + HELD,
                                item.userId(),
                                scope,
                                item.epoch())
                        > 0;
    }

    @Override
    public boolean retry(WorkItem item, Instant dueAt) {
        return later(item, dueAt, 1);
    }

    @Override
    public boolean postpone(WorkItem item, Instant dueAt) {
        return later(item, dueAt, 0);
    }

    private boolean later(WorkItem item, Instant dueAt, int charged) {
        return session.update(
                        "UPDATE sync_work SET lease_until=NULL, owner=NULL,"
                                + " due_at=CASE WHEN seq=? THEN ? ELSE due_at END,"
                                + " attempts=CASE WHEN seq=? THEN attempts+? ELSE attempts END" + HELD,
                        item.seq(),
                        Micros.of(dueAt),
                        item.seq(),
                        charged,
                        item.userId(),
                        scope,
                        item.epoch())
                > 0;
    }

    @Override
    public boolean park(WorkItem item, String waitsFor) {
        return session.update(
                        "UPDATE sync_work SET lease_until=NULL, owner=NULL,"
                                + " waits_for=CASE WHEN seq=? THEN ? ELSE waits_for END" + HELD,
                        item.seq(),
                        waitsFor,
                        item.userId(),
                        scope,
                        item.epoch())
                > 0;
    }

    @Override
    public int unpark(String waitsFor, int limit, Instant now) {
        return session.update(
                "UPDATE sync_work SET waits_for=NULL, due_at=? WHERE scope_id=? AND user_id IN (SELECT user_id"
                        + " FROM sync_work WHERE waits_for=? AND scope_id=? ORDER BY user_id LIMIT ?)",
                Micros.of(now),
                scope,
                waitsFor,
                scope,
                limit);
    }

    @Override
    public void takeOver() {
        session.update(
                "UPDATE sync_work SET lease_until=NULL, owner=NULL WHERE scope_id=? AND lease_until IS NOT NULL"
                        + " AND (process IS NULL OR process=? OR "
                        + session.dialect().gone("process") + ")",
                scope,
                session.process(),
                session.process());
    }

    @Override
    public Optional<WorkItem> find(String userId) {
        return session.one(SELECT + "WHERE user_id=? AND scope_id=?", SqlWork::read, userId, scope);
    }

    @Override
    public List<WorkItem> page(String afterUserId, int limit) {
        return List.copyOf(session.list(
                SELECT + "WHERE user_id>? AND scope_id=? ORDER BY user_id LIMIT ?",
                SqlWork::read,
                afterUserId,
                scope,
                limit));
    }

    @Override
    public long count() {
        return session.number("SELECT COUNT(*) FROM sync_work WHERE scope_id=?", scope);
    }

    @Override
    public Map<Lane, Backlog> counts() {
        Map<Lane, Backlog> counts = new EnumMap<>(Lane.class);
        session.list(
                "SELECT lane, COUNT(*), MIN(due_at) FROM sync_work WHERE waits_for IS NULL AND scope_id=? GROUP BY lane",
                row -> counts.put(Lanes.of(row.smallNumber(1)), new Backlog(row.number(2), Micros.at(row.number(3)))),
                scope);
        return Map.copyOf(counts);
    }

    static WorkItem read(SqlRow row) throws SQLException {
        return new WorkItem(
                row.text(1),
                row.number(2),
                row.number(3),
                Lanes.of(row.smallNumber(4)),
                Micros.at(row.number(5)),
                row.smallNumber(6),
                row.optionalText(7));
    }
}
