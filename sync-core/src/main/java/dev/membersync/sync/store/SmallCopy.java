package dev.membersync.sync.store;

import dev.membersync.sync.store.MemoryRows.Question;
import dev.membersync.sync.store.MemoryRows.Queued;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * An overlay that is a copy in memory, for a small store on a server: a rehearsal asks some twenty questions about each
 * member, and each would be a way to the server and back. It sees one state. A larger store would not fit, and the leases of
 * other processes cannot be told here: both get an overlay on the server.
 */
final class SmallCopy {
    private static final List<String> TABLES = List.of(
            "sync_meta",
            "sync_tombstone",
            "sync_member",
            "sync_ticket",
            "sync_link",
            "sync_intent",
            "sync_work",
            "sync_cursor",
            "sync_review",
            "sync_dead",
            "sync_incident",
            "sync_fact",
            "sync_payment",
            "sync_audit");
    private static final String ROWS = TABLES.stream()
            .map(table -> "SELECT 1 FROM " + table)
            .collect(Collectors.joining(" UNION ALL ", "SELECT COUNT(*) FROM (", " LIMIT ?) r"));

    /** Ticket, link and audit. */
    private static final int ROWS_FOR_A_MEMBER = 3;

    private final SqlSession session;
    private final MemoryStore copy;
    private final Map<Long, MemoryRows> scopes = new HashMap<>();

    private SmallCopy(SqlSession session, MemoryStore copy) {
        this.session = session;
        this.copy = copy;
    }

    /** A copy of what is committed; empty when it would be too large, or others are at work in the store. */
    static Optional<SyncStore> of(SqlSession session, long members, String description, Runnable onClose) {
        int room = session.dialect().mostInMemory();
        if (room < 0 || members > room / ROWS_FOR_A_MEMBER) {
            return Optional.empty();
        }
        int most = room - ROWS_FOR_A_MEMBER * (int) members;
        MemoryStore copy = MemoryStore.overlay(description, onClose);
        boolean[] made = new boolean[1];
        try {
            Brackets.End end = session.dialect().reading().begin(session.connection());
            session.alone(() -> made[0] = new SmallCopy(session, copy).fill(most));
            end.commit();
            end.release();
        } catch (SQLException e) {
            throw session.failure(e);
        }
        return made[0] ? Optional.of(copy) : Optional.empty();
    }

    private boolean fill(int most) {
        if (session.number(ROWS, most + 1) > most || othersWork()) {
            return false;
        }
        session.list("SELECT name, fact FROM sync_meta", row -> {
            copy.facts().fill(row.text(1), row.text(2));
            return true;
        });
        session.list("SELECT hash, at FROM sync_tombstone", row -> {
            copy.stones().fill(row.number(1), Micros.at(row.number(2)));
            return true;
        });
        session.list(
                "SELECT scope_id, account, event, occurrence, workflow FROM sync_scope",
                row -> scopes.put(
                        row.number(1), copy.rows(new Scope(row.text(2), row.text(3), row.text(4), row.text(5)))));
        records();
        queues();
        money();
        return true;
    }

    private boolean othersWork() {
        String process = session.process();
        return session.number(
                        "SELECT COUNT(*) FROM sync_work WHERE lease_until IS NOT NULL AND process<>? AND NOT "
                                + session.dialect().gone("process"),
                        process,
                        process)
                > 0;
    }

    private void records() {
        each(SqlMembers.SELECT, SqlMembers::read, (rows, row) -> rows.members.fill(row.userId(), row));
        each(SqlTicketRows.SELECT, SqlTicketRows::read, (rows, row) -> rows.tickets.fill(row.row(), row));
        each(SqlLinks.SELECT, SqlLinks::read, (rows, link) -> rows.links.fill(link.userId(), link));
        each(SqlIntents.SELECT, SqlIntents::read, (rows, intent) -> rows.intents.fill(intent.userId(), intent));
        each(
                "SELECT name, last FROM sync_counter",
                row -> Map.entry(row.text(1), row.number(2)),
                (rows, counter) -> rows.counters.fill(counter.getKey(), counter.getValue()));
    }

    private void queues() {
        each(
                SqlWork.SELECT.replace(" FROM", ", lease_until FROM"),
                row -> new Queued(
                        SqlWork.read(row), Micros.at(row.optionalNumber(8)).orElse(null)),
                (rows, queued) -> rows.work.fill(queued.item().userId(), queued));
        each(SqlCursors.SELECT, SqlCursors::read, (rows, cursor) -> rows.cursors.fill(cursor.feed(), cursor));
        each(
                SqlReviews.SELECT,
                SqlReviews::read,
                (rows, review) -> rows.reviews.fill(new Question(review.kind(), review.subject()), review));
        each(SqlDeadLetters.SELECT, SqlDeadLetters::read, (rows, dead) -> rows.deadLetters.fill(dead.userId(), dead));
        each(
                SqlIncidents.SELECT,
                SqlIncidents::read,
                (rows, found) -> rows.incidents.fill(new Question(found.kind(), found.subject()), found));
        each(SqlAudit.SELECT, SqlAudit::read, (rows, entry) -> rows.audit.fill(entry.seq(), entry.row()));
    }

    private void money() {
        each(SqlPayments.FACT, SqlPayments::fact, (rows, fact) -> rows.facts.fill(fact.key(), fact));
        each(SqlPayments.ROW, SqlPayments::row, (rows, row) -> rows.payments.fill(row.key(), row));
    }

    private <T> void each(String select, SqlRow.Reader<T> reader, BiConsumer<MemoryRows, T> keep) {
        session.list(select.replace(" FROM ", ", scope_id FROM "), row -> {
            MemoryRows rows = scopes.get(row.number("scope_id"));
            if (rows != null) {
                keep.accept(rows, reader.read(row));
            }
            return true;
        });
    }
}
