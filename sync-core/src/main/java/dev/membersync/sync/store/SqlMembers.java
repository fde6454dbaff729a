package dev.membersync.sync.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Members in a database. */
record SqlMembers(SqlSession session, long scope) implements Members {
    static final String SELECT = "SELECT m.user_id, m.marks, m.email_key, m.generation, m.gone FROM sync_member m ";

    @Override
    public void save(Collection<MemberRow> rows) {
        List<@Nullable Object[]> values = new ArrayList<>(rows.size());
        for (MemberRow row : rows) {
            values.add(new @Nullable Object[] {
                row.userId(),
                scope,
                MarkCodec.marks(row.marks()),
                SqlSession.boxed(row.emailKey()),
                row.generation(),
                row.gone()
            });
        }
        session.batch(
                "INSERT INTO sync_member(user_id, scope_id, marks, email_key, generation, gone) VALUES(?,?,?,?,?,?)"
                        + " ON CONFLICT(user_id, scope_id) DO UPDATE SET marks=excluded.marks,"
                        + " email_key=excluded.email_key, generation=excluded.generation, gone=excluded.gone",
                values);
    }

    @Override
    public Map<String, MemberRow> find(Collection<String> userIds) {
        return session
                .listIn(SELECT + "WHERE m.user_id IN (?*) AND m.scope_id=?", userIds, SqlMembers::read, scope)
                .stream()
                .collect(Collectors.toUnmodifiableMap(MemberRow::userId, Function.identity()));
    }

    @Override
    public int unlinkedWithEmail(long emailKey) {
        return (int) session.number(
                "SELECT COUNT(*) FROM sync_member m WHERE m.email_key=? AND m.scope_id=? AND m.gone=0 AND NOT EXISTS"
                        + " (SELECT 1 FROM sync_link l WHERE l.user_id=m.user_id AND l.scope_id=m.scope_id)",
                emailKey,
                scope);
    }

    @Override
    public List<String> withEmail(long emailKey, int limit) {
        return List.copyOf(session.list(
                "SELECT m.user_id FROM sync_member m WHERE m.email_key=? AND m.scope_id=? AND m.gone=0"
                        + " ORDER BY m.user_id LIMIT ?",
                row -> row.text(1),
                emailKey,
                scope,
                limit));
    }

    @Override
    public List<MemberRow> linkedUnseenSince(long generation, String after, int limit) {
        return List.copyOf(session.list(
                SELECT + "JOIN sync_link l ON l.user_id=m.user_id AND l.scope_id=m.scope_id AND l.state='LIVE'"
                        + " WHERE m.generation<? AND m.scope_id=? AND m.gone=0 AND m.user_id>?"
                        + " ORDER BY m.user_id LIMIT ?",
                SqlMembers::read,
                generation,
                scope,
                after,
                limit));
    }

    @Override
    public List<MemberRow> page(String after, int limit) {
        return List.copyOf(session.list(
                SELECT + "WHERE m.scope_id=? AND m.user_id>? ORDER BY m.user_id LIMIT ?",
                SqlMembers::read,
                scope,
                after,
                limit));
    }

    @Override
    public long count() {
        return session.number("SELECT COUNT(*) FROM sync_member WHERE scope_id=? AND gone=0", scope);
    }

    static MemberRow read(SqlRow row) throws SQLException {
        return new MemberRow(
                row.text(1), MarkCodec.marks(row.bytes(2)), row.optionalNumber(3), row.number(4), row.number(5) != 0);
    }
}
