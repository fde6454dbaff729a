package dev.membersync.sync.store;

import java.util.List;

/** The audit in a database. */
record SqlAudit(SqlSession session, long scope) implements Audit {
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
        return List.copyOf(session.list(
                "SELECT at, user_id, ticket, situation, operation, fields, outcome FROM sync_audit WHERE scope_id=?"
                        + " ORDER BY seq DESC LIMIT ?",
                row -> new AuditRow(
                        Micros.at(row.number(1)),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        Names.list(row.text(6)),
                        row.text(7)),
                scope,
                limit));
    }

    @Override
    public long count() {
        return session.number("SELECT COUNT(*) FROM sync_audit WHERE scope_id=?", scope);
    }
}
