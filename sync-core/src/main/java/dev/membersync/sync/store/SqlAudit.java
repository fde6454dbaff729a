package dev.membersync.sync.store;

import java.sql.SQLException;
import java.util.List;

/** The audit in a database. */
record SqlAudit(SqlSession session, long scope) implements Audit {
    static final String SELECT =
            "SELECT seq, at, user_id, ticket, situation, operation, fields, outcome FROM sync_audit ";

    @Override
    public void append(AuditRow row) {
        session.update(
                "INSERT INTO sync_audit(scope_id, at, user_id, ticket, situation, operation, fields, outcome)"
                        + " VALUES(?,?,?,?,?,?,?,?)",
                scope,
                Micros.of(row.at()),
                row.userId(),
                row.ticket(),
                row.situation(),
                row.operation(),
                Names.text(row.fields()),
                row.outcome());
    }

    @Override
    public List<AuditRow> newest(int limit) {
        return session
                .list(SELECT + "WHERE scope_id=? ORDER BY seq DESC LIMIT ?", SqlAudit::read, scope, limit)
                .stream()
                .map(Entry::row)
                .toList();
    }

    @Override
    public List<Entry> page(long after, int limit) {
        return List.copyOf(session.list(
                SELECT + "WHERE seq>? AND scope_id=? ORDER BY seq LIMIT ?", SqlAudit::read, after, scope, limit));
    }

    @Override
    public long count() {
        return session.number("SELECT COUNT(*) FROM sync_audit WHERE scope_id=?", scope);
    }

    static Entry read(SqlRow row) throws SQLException {
        return new Entry(
                row.number(1),
                new AuditRow(
                        Micros.at(row.number(2)),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        row.text(6),
                        Names.list(row.text(7)),
                        row.text(8)));
    }
}
