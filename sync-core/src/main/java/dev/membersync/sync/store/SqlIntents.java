package dev.membersync.sync.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates under way, in a database. */
record SqlIntents(SqlSession session, long scope) implements Intents {
    static final String SELECT =
            "SELECT user_id, open_key, step, order_id, type_id, sent_at, probe_at, attempt, sent FROM sync_intent ";

    @Override
    public Opened open(Intent intent) {
        if (find(intent.userId()).isPresent()) {
            return Opened.MEMBER_BUSY;
        }
        if (isKeyBusy(intent)) {
            return Opened.KEY_BUSY;
        }
        session.update(
                "INSERT INTO sync_intent(open_key, step, order_id, type_id, sent_at, probe_at, attempt, sent, user_id,"
                        + " scope_id) VALUES(?,?,?,?,?,?,?,?,?,?)",
                values(intent));
        return Opened.OK;
    }

    @Override
    public Optional<Intent> find(String userId) {
        return session.one(SELECT + "WHERE user_id=? AND scope_id=?", SqlIntents::read, userId, scope);
    }

    @Override
    public void replace(Intent intent) {
        if (isKeyBusy(intent)) {
            throw session.refuse(
                    find(intent.userId()).isEmpty() ? Refusals.intentIsGone(intent) : Refusals.keyIsBusy(intent));
        }
        int met = session.update(
                "UPDATE sync_intent SET open_key=?, step=?, order_id=?, type_id=?, sent_at=?, probe_at=?, attempt=?,"
                        + " sent=?"
                        + " WHERE user_id=? AND scope_id=?",
                values(intent));
        if (met == 0) {
            throw session.refuse(Refusals.intentIsGone(intent));
        }
    }

    private boolean isKeyBusy(Intent intent) {
        return intent.openMatchKey().isPresent()
                && session.number(
                                "SELECT COUNT(*) FROM sync_intent WHERE open_key=? AND scope_id=? AND user_id<>?",
                                intent.openMatchKey().getAsLong(),
                                scope,
                                intent.userId())
                        > 0;
    }

    @Override
    public void remove(String userId) {
        session.update("DELETE FROM sync_intent WHERE user_id=? AND scope_id=?", userId, scope);
    }

    @Override
    public List<Intent> page(String afterUserId, int limit) {
        return List.copyOf(session.list(
                SELECT + "WHERE user_id>? AND scope_id=? ORDER BY user_id LIMIT ?",
                SqlIntents::read,
                afterUserId,
                scope,
                limit));
    }

    @Override
    public long count() {
        return session.number("SELECT COUNT(*) FROM sync_intent WHERE scope_id=?", scope);
    }

    private @Nullable Object[] values(Intent intent) {
        return new @Nullable Object[] {
            SqlSession.boxed(intent.openMatchKey()),
            intent.step().name(),
            intent.orderId().orElse(null),
            intent.ticketTypeId().orElse(null),
            Micros.of(intent.sentAt()),
            Micros.of(intent.probeAt()),
            intent.attempt(),
            MarkCodec.marks(intent.sent()),
            intent.userId(),
            scope
        };
    }

    static Intent read(SqlRow row) throws SQLException {
        return new Intent(
                row.text(1),
                row.optionalNumber(2),
                Intent.Step.valueOf(row.text(3)),
                row.optionalText(4),
                row.optionalText(5),
                Micros.at(row.optionalNumber(6)),
                Micros.at(row.optionalNumber(7)),
                row.smallNumber(8),
                row.optionalBytes(9).map(MarkCodec::marks).orElse(Map.of()));
    }
}
