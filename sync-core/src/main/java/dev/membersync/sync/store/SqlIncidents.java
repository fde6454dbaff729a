package dev.membersync.sync.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Incidents in a database. */
record SqlIncidents(SqlSession session, long scope) implements Incidents {
    static final String SELECT =
            "SELECT kind, subject, service, status, code, number, message, next_step, opened_at, last_at, closed_at, times"
                    + " FROM sync_incident ";

    @Override
    public void raise(Incident incident) {
        Incident next = incident.after(find(incident.kind(), incident.subject()));
        session.update(
                "INSERT INTO sync_incident(kind, subject, scope_id, service, status, code, number, message,"
                        + " next_step, opened_at, last_at, times) VALUES(?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(subject, kind, scope_id) DO UPDATE SET"
                        + " service=excluded.service, status=excluded.status, code=excluded.code,"
                        + " number=excluded.number, message=excluded.message, next_step=excluded.next_step, opened_at=excluded.opened_at, last_at=excluded.last_at,"
                        + " closed_at=NULL, times=excluded.times",
                next.kind(),
                next.subject(),
                scope,
                next.service(),
                next.status().isPresent() ? next.status().getAsInt() : null,
                next.code().orElse(null),
                next.number(),
                next.message(),
                next.nextStep(),
                Micros.of(next.openedAt()),
                Micros.of(next.lastAt()),
                next.times());
    }

    @Override
    public boolean close(String kind, String subject, Instant at) {
        return session.update(
                        "UPDATE sync_incident SET closed_at=? WHERE subject=? AND kind=? AND scope_id=?"
                                + " AND closed_at IS NULL",
                        Micros.of(at),
                        subject,
                        kind,
                        scope)
                > 0;
    }

    @Override
    public Optional<Incident> find(String kind, String subject) {
        return session.one(
                SELECT + "WHERE subject=? AND kind=? AND scope_id=?", SqlIncidents::read, subject, kind, scope);
    }

    @Override
    public List<Incident> open(int limit) {
        return List.copyOf(session.list(
                SELECT + "WHERE closed_at IS NULL AND scope_id=? ORDER BY kind, subject LIMIT ?",
                SqlIncidents::read,
                scope,
                limit));
    }

    @Override
    public long count() {
        return session.number("SELECT COUNT(*) FROM sync_incident WHERE closed_at IS NULL AND scope_id=?", scope);
    }

    static Incident read(SqlRow row) throws SQLException {
        return new Incident(
                row.text(1),
                row.text(2),
                row.text(3),
                row.optionalNumber(4).stream().mapToInt(Math::toIntExact).findFirst(),
                row.optionalText(5),
                row.number(6),
                row.text(7),
                row.text(8),
                Micros.at(row.number(9)),
                Micros.at(row.number(10)),
                Micros.at(row.optionalNumber(11)),
                row.number(12));
    }
}
