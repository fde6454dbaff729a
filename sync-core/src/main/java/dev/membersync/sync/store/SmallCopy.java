package dev.membersync.sync.store;

import dev.membersync.sync.store.MemoryRows.Question;
import dev.membersync.sync.store.MemoryRows.Queued;
import java.sql.SQLException;
import java.util.HashMap;
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
    /** What a row takes in memory without its marks, and how often its marks; both estimated on the high side. */
    private static final int ROW_BYTES = 500;

    private static final int MARKS_FACTOR = 4;

    /** For a member: ticket, link and audit, the first two with marks. */
    private static final int NEW_ROWS = 3;

    private static final int NEW_MARKS = 2;

    /** Each table with the column of its marks. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("sync_meta", ""),
            Map.entry("sync_tombstone", ""),
            Map.entry("sync_member", "marks"),
            Map.entry("sync_ticket", "marks"),
            Map.entry("sync_link", "base"),
            Map.entry("sync_intent", "sent"),
            Map.entry("sync_work", ""),
            Map.entry("sync_cursor", ""),
            Map.entry("sync_review", ""),
            Map.entry("sync_dead", ""),
            Map.entry("sync_incident", ""),
            Map.entry("sync_fact", ""),
            Map.entry("sync_payment", ""),
            Map.entry("sync_audit", ""));

    private static final String ROWS = TABLES.keySet().stream()
            .map(table -> "SELECT 1 FROM " + table)
            .collect(Collectors.joining(" UNION ALL ", "SELECT COUNT(*) FROM (", " LIMIT ?) r"));

    private static final String MARKS = TABLES.entrySet().stream()
            .filter(table -> !table.getValue().isEmpty())
            .map(table ->
                    "(SELECT COALESCE(SUM(octet_length(" + table.getValue() + ")), 0) FROM " + table.getKey() + ")")
            .collect(Collectors.joining(" + ", "SELECT CAST(", " AS BIGINT)"));

    private static final String MARKS_OF_A_MEMBER =
            "SELECT CAST(COALESCE(AVG(octet_length(marks)), 0) AS BIGINT) FROM sync_member";

    private final SqlSession session;
    private final MemoryStore copy;
    private final Map<Long, MemoryRows> scopes = new HashMap<>();

    private SmallCopy(SqlSession session, MemoryStore copy) {
        this.session = session;
        this.copy = copy;
    }

    /** A copy of what is committed; empty when it would be too large, others are at work, or it cannot be read whole. */
    static Optional<SyncStore> of(SqlSession session, long members, String description, Runnable onClose) {
        long room = session.dialect().memory();
        if (room == 0) {
            return Optional.empty();
        }
        MemoryStore copy = MemoryStore.overlay(description, onClose);
        boolean[] made = new boolean[1];
        try {
            Brackets.End end = session.dialect().reading().begin(session.connection());
            session.alone(() -> made[0] = new SmallCopy(session, copy).fill(room, members));
            end.rollback();
            end.release();
        } catch (SQLException e) {
            throw session.failure(e);
        }
        return made[0] ? Optional.of(copy) : Optional.empty();
    }

    private boolean fill(long room, long members) {
        if (!fits(room, members) || othersWork()) {
            return false;
        }
        try {
            copy();
            return true;
        } catch (RuntimeException e) {
            // A row that a newer version wrote, perhaps for an account that this run is not about.
            return false;
        }
    }

    /** Rows are counted up to what fits at most, before all marks are looked at. */
    private boolean fits(long room, long members) {
        long most = room / ROW_BYTES;
        if (members > most / NEW_ROWS) {
            return false;
        }
        long rows = session.number(ROWS, most + 1) + NEW_ROWS * members;
        return rows <= most
                && rows * ROW_BYTES
                                + MARKS_FACTOR
                                        * (session.number(MARKS)
                                                + NEW_MARKS * members * session.number(MARKS_OF_A_MEMBER))
                        <= room;
    }

    private void copy() {
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
