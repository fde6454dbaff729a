package dev.membersync.sync.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Dead letters in a database. */
record SqlDeadLetters(SqlSession session, long scope) implements DeadLetters {
    static final String SELECT = "SELECT user_id, kind, why, attempts, at FROM sync_dead ";

    @Override
    public void put(DeadLetter letter) {
        session.update(
                "INSERT INTO sync_dead(user_id, scope_id, kind, why, attempts, at) VALUES(?,?,?,?,?,?)"
                        + " ON CONFLICT(user_id, scope_id) DO UPDATE SET kind=excluded.kind, why=excluded.why,"
                        + " attempts=excluded.attempts, at=excluded.at",
                letter.userId(),
                scope,
                letter.kind(),
                letter.why(),
                letter.attempts(),
                Micros.of(letter.at()));
    }

    @Override
    public void remove(String userId) {
        session.update("DELETE FROM sync_dead WHERE user_id=? AND scope_id=?", userId, scope);
    }

    @Override
    public Map<String, DeadLetter> find(Collection<String> userIds) {
        return session
                .listIn(SELECT + "WHERE user_id IN (?*) AND scope_id=?", userIds, SqlDeadLetters::read, scope)
                .stream()
                .collect(Collectors.toUnmodifiableMap(DeadLetter::userId, Function.identity()));
    }

    @Override
    public List<DeadLetter> page(String afterUserId, int limit) {
        return List.copyOf(session.list(
                SELECT + "WHERE user_id>? AND scope_id=? AND kind<>? ORDER BY user_id LIMIT ?",
                SqlDeadLetters::read,
                afterUserId,
                scope,
                DeadLetter.DROPPED,
                limit));
    }

    @Override
    public long count() {
        return session.number("SELECT COUNT(*) FROM sync_dead WHERE scope_id=? AND kind<>?", scope, DeadLetter.DROPPED);
    }

    static DeadLetter read(SqlRow row) throws SQLException {
        return new DeadLetter(row.text(1), row.text(2), row.text(3), row.smallNumber(4), Micros.at(row.number(5)));
    }
}
