package dev.membersync.sync.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reviews in a database. */
record SqlReviews(SqlSession session, long scope) implements Reviews {
    static final String SELECT =
            "SELECT kind, subject, fields, reason, opened_at, closed_at, decision FROM sync_review ";
    private static final String END =
            "UPDATE sync_review SET closed_at=?, decision=? WHERE subject=? AND kind=? AND scope_id=?"
                    + " AND closed_at IS NULL";

    @Override
    public boolean open(Review review) {
        Optional<Review> known = find(review.kind(), review.subject());
        if (known.isPresent() && ReviewRule.staysAsItIs(known.get(), review)) {
            return false;
        }
        session.update(
                "INSERT INTO sync_review(kind, subject, scope_id, fields, reason, opened_at) VALUES(?,?,?,?,?,?)"
                        + " ON CONFLICT(subject, kind, scope_id) DO UPDATE SET fields=excluded.fields,"
                        + " reason=excluded.reason, opened_at=excluded.opened_at, closed_at=NULL, decision=NULL",
                review.kind(),
                review.subject(),
                scope,
                Names.text(review.fields()),
                review.reason(),
                Micros.of(review.openedAt()));
        return true;
    }

    @Override
    public boolean answer(String kind, String subject, String decision) {
        return session.update(
                        "UPDATE sync_review SET decision=? WHERE subject=? AND kind=? AND scope_id=?"
                                + " AND closed_at IS NULL",
                        decision,
                        subject,
                        kind,
                        scope)
                > 0;
    }

    @Override
    public List<Review> answered(String subject) {
        return List.copyOf(session.list(
                SELECT + "WHERE subject=? AND scope_id=? AND decision IS NOT NULL ORDER BY kind",
                SqlReviews::read,
                subject,
                scope));
    }

    @Override
    public boolean close(String kind, String subject, String decision, Instant at) {
        return session.update(END, Micros.of(at), decision, subject, kind, scope) > 0;
    }

    @Override
    public void settle(String subject, List<String> stillAsked, Instant at) {
        List<@Nullable Object[]> ended = session
                .list(
                        "SELECT kind FROM sync_review WHERE subject=? AND scope_id=? AND closed_at IS NULL",
                        row -> row.text(1),
                        subject,
                        scope)
                .stream()
                .filter(kind -> !stillAsked.contains(kind))
                .map(kind -> new @Nullable Object[] {Micros.of(at), null, subject, kind, scope})
                .toList();
        session.batch(END, ended);
    }

    @Override
    public Optional<Review> find(String kind, String subject) {
        return session.one(
                SELECT + "WHERE subject=? AND kind=? AND scope_id=?", SqlReviews::read, subject, kind, scope);
    }

    @Override
    public List<Review> open(String afterKind, String afterSubject, int limit) {
        return List.copyOf(session.list(
                SELECT + "WHERE closed_at IS NULL AND scope_id=? AND kind>=? AND (kind>? OR subject>?)"
                        + " ORDER BY kind, subject LIMIT ?",
                SqlReviews::read,
                scope,
                afterKind,
                afterKind,
                afterSubject,
                limit));
    }

    @Override
    public Set<Review> openAbout(Collection<String> subjects) {
        return Set.copyOf(session.listIn(
                SELECT + "WHERE subject IN (?*) AND scope_id=? AND closed_at IS NULL",
                subjects,
                SqlReviews::read,
                scope));
    }

    @Override
    public boolean isOpenAbout(String subject) {
        return session.number(
                        "SELECT COUNT(*) FROM sync_review WHERE subject=? AND scope_id=? AND closed_at IS NULL",
                        subject,
                        scope)
                > 0;
    }

    @Override
    public long countOpen() {
        return session.number("SELECT COUNT(*) FROM sync_review WHERE closed_at IS NULL AND scope_id=?", scope);
    }

    static Review read(SqlRow row) throws SQLException {
        return new Review(
                row.text(1),
                row.text(2),
                Names.list(row.text(3)),
                row.text(4),
                Micros.at(row.number(5)),
                Micros.at(row.optionalNumber(6)),
                row.optionalText(7));
    }
}
