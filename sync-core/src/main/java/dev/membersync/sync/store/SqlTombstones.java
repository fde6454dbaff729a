package dev.membersync.sync.store;

import dev.membersync.sync.record.TicketRef;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tombstones in a database. */
record SqlTombstones(SqlSession session) implements Tombstones {
    /** The tables whose rows about a person go, by the column that names the person. */
    private static final List<String> DELETED = List.of(
            "sync_link WHERE user_id=?",
            "sync_member WHERE user_id=?",
            "sync_intent WHERE user_id=?",
            "sync_work WHERE user_id=?",
            "sync_dead WHERE user_id=?",
            "sync_review WHERE subject=?");

    private static final List<String> RENAMED = List.of(
            "sync_audit SET user_id=? WHERE user_id=?",
            "sync_fact SET user_id=? WHERE user_id=?",
            "sync_payment SET told_user=? WHERE told_user=?");

    /** What a scope forgets. */
    private static final List<String> RETIRED = List.of(
            "sync_member",
            "sync_ticket",
            "sync_link",
            "sync_intent",
            "sync_work",
            "sync_review",
            "sync_dead",
            "sync_incident",
            "sync_cursor",
            "sync_audit");

    /** Texts for people: table and column. */
    private static final List<Texts> TEXTS = List.of(
            new Texts("sync_review", "reason"),
            new Texts("sync_incident", "message"),
            new Texts("sync_audit", "outcome"));

    private static final String RETIRED_MEMBER = "retired";

    private record Texts(String table, String column) {
        String select() {
            return "SELECT DISTINCT " + column + " FROM " + table + " WHERE " + column + "<>REPLACE(" + column
                    + ", ?, '')";
        }

        String update() {
            return "UPDATE " + table + " SET " + column + "=? WHERE " + column + "=?";
        }
    }

    @Override
    public void set(Collection<Long> hashes, Instant at) {
        session.batch(
                "INSERT INTO sync_tombstone(hash, at) VALUES(?,?) ON CONFLICT(hash) DO NOTHING",
                hashes.stream()
                        .distinct()
                        .map(hash -> new Object[] {hash, Micros.of(at)})
                        .toList());
    }

    @Override
    public void lift(Collection<Long> hashes) {
        session.batch(
                "DELETE FROM sync_tombstone WHERE hash=?",
                hashes.stream().map(hash -> new Object[] {hash}).toList());
    }

    @Override
    public Set<Long> among(Collection<Long> hashes) {
        return new HashSet<>(
                session.listIn("SELECT hash FROM sync_tombstone WHERE hash IN (?*)", hashes, row -> row.number(1)));
    }

    @Override
    public long count() {
        return session.number("SELECT COUNT(*) FROM sync_tombstone");
    }

    @Override
    public List<Scope> scopesOf(String userId) {
        return List.copyOf(session.list(
                "SELECT account, event, occurrence, workflow FROM sync_scope WHERE scope_id IN ("
                        + "SELECT scope_id FROM sync_member WHERE user_id=? UNION SELECT scope_id FROM sync_link"
                        + " WHERE user_id=? UNION SELECT scope_id FROM sync_intent WHERE user_id=? UNION"
                        + " SELECT scope_id FROM sync_ticket WHERE tag=?) ORDER BY event, workflow, account, occurrence",
                SqlTombstones::scope,
                userId,
                userId,
                userId,
                userId));
    }

    @Override
    public List<Scope> scopes() {
        return List.copyOf(session.list(
                "SELECT account, event, occurrence, workflow FROM sync_scope ORDER BY event, workflow, account, occurrence",
                SqlTombstones::scope));
    }

    private static Scope scope(SqlRow row) throws SQLException {
        return new Scope(row.text(1), row.text(2), row.text(3), row.text(4));
    }

    @Override
    public long retire(Scope scope, boolean rehearsal) {
        long id = session.number(
                "SELECT scope_id FROM sync_scope WHERE account=? AND event=? AND occurrence=? AND workflow=?",
                scope.account(),
                scope.event(),
                scope.occurrence(),
                scope.workflow());
        long rows = 0;
        for (String table : RETIRED) {
            rows += rehearsal
                    ? session.number("SELECT COUNT(*) FROM " + table + " WHERE scope_id=?", id)
                    : session.update("DELETE FROM " + table + " WHERE scope_id=?", id);
        }
        String facts = "sync_fact WHERE scope_id=? AND user_id IS NOT NULL";
        return rows + (rehearsal ? session.number("SELECT COUNT(*) FROM " + facts, id) : named(id));
    }

    private long named(long id) {
        told(id);
        return session.update("UPDATE sync_fact SET user_id=NULL WHERE scope_id=? AND user_id IS NOT NULL", id);
    }

    /** Of a payment that was told, the row says so still; nothing is under way about it. */
    private void told(long id) {
        session.update(
                "UPDATE sync_payment SET told_user=CASE WHEN told_user IS NULL THEN NULL ELSE ? END, sent_user=NULL,"
                        + " sent_minor=NULL, sent_state=NULL, sent_at=NULL, attempt=0 WHERE scope_id=?"
                        + " AND (told_user IS NOT NULL AND told_user<>? OR sent_user IS NOT NULL)",
                RETIRED_MEMBER,
                id,
                RETIRED_MEMBER);
    }

    @Override
    public long forget(String userId, Collection<TicketRef> tickets, String pseudonym) {
        session.dialect().overwriting(session);
        long rows = tickets(userId, tickets);
        for (String table : DELETED) {
            rows += session.update("DELETE FROM " + table, userId);
        }
        rows += session.update(
                "UPDATE sync_payment SET sent_user=NULL, sent_minor=NULL, sent_state=NULL, sent_at=NULL, attempt=0"
                        + " WHERE sent_user=?",
                userId);
        for (String table : RENAMED) {
            rows += session.update("UPDATE " + table, pseudonym, userId);
        }
        for (Texts texts : TEXTS) {
            rows += mentions(texts, userId, pseudonym);
        }
        return rows;
    }

    private long tickets(String userId, Collection<TicketRef> tickets) {
        long rows = session.update(
                "DELETE FROM sync_ticket WHERE (row_no, scope_id) IN"
                        + " (SELECT ticket_row, scope_id FROM sync_link WHERE user_id=?)",
                userId);
        String unlinked = " AND NOT EXISTS (SELECT 1 FROM sync_link l WHERE l.ticket_row=sync_ticket.row_no"
                + " AND l.scope_id=sync_ticket.scope_id)";
        rows += session.update("DELETE FROM sync_ticket WHERE tag=?" + unlinked, userId);
        rows += session.update("UPDATE sync_ticket SET tag=NULL WHERE tag=?", userId);
        for (TicketRef ticket : tickets) {
            rows += session.update(
                    "DELETE FROM sync_ticket WHERE (ticket_id=? OR barcode=? OR attendee_id=?)" + unlinked,
                    ticket.ticketId(),
                    ticket.barcode(),
                    ticket.attendeeId());
        }
        return rows;
    }

    private long mentions(Texts texts, String userId, String pseudonym) {
        Mentions mentions = new Mentions(userId, pseudonym);
        long rows = 0;
        for (String text : session.list(texts.select(), row -> row.text(1), userId)) {
            String replaced = mentions.replaced(text);
            rows += replaced.equals(text) ? 0 : session.update(texts.update(), replaced, text);
        }
        return rows;
    }
}
