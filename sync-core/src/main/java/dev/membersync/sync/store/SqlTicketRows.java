package dev.membersync.sync.store;

import dev.membersync.sync.record.Registration.Access;
import dev.membersync.sync.record.TicketRef;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ticket rows to and from their table. */
record SqlTicketRows(SqlSession session, long scope) {
    static final String SELECT = "SELECT t.row_no, t.ticket_id, t.barcode, t.attendee_id, t.order_id, t.access,"
            + " t.marks, t.email_key, t.name_key, t.type_id, t.tag, t.age, t.generation, t.detailed"
            + " FROM sync_ticket t ";

    static TicketRow read(SqlRow row) throws SQLException {
        return new TicketRow(
                row.number(1),
                new TicketRef(row.textOrNull(2), row.textOrNull(3), row.textOrNull(4), row.textOrNull(5)),
                Access.valueOf(row.text(6)),
                MarkCodec.marks(row.bytes(7)),
                row.optionalNumber(8),
                row.optionalNumber(9),
                row.optionalText(10),
                row.optionalText(11),
                row.number(12),
                row.number(13),
                row.number(14) != 0);
    }

    void insert(List<TicketRow> rows) {
        session.batch(
                "INSERT INTO sync_ticket(ticket_id, barcode, attendee_id, order_id, access, marks, email_key,"
                        + " name_key, type_id, tag, age, generation, detailed, row_no, scope_id)"
                        + " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                rows.stream().map(this::values).toList());
    }

    void update(List<TicketRow> rows) {
        session.batch(
                "UPDATE sync_ticket SET ticket_id=?, barcode=?, attendee_id=?, order_id=?, access=?, marks=?,"
                        + " email_key=?, name_key=?, type_id=?, tag=?, age=?, generation=?, detailed=?"
                        + " WHERE row_no=? AND scope_id=?",
                rows.stream().map(this::values).toList());
    }

    /** Clears the names of rows that give one away, so that no order of updates meets a unique index. */
    void freeNames(List<TicketRow> rows, Map<Long, TicketRow> before) {
        session.batch(
                "UPDATE sync_ticket SET ticket_id=NULL, barcode=NULL, attendee_id=NULL WHERE row_no=? AND scope_id=?",
                rows.stream()
                        .filter(row -> givesAway(
                                Objects.requireNonNull(before.get(row.row())).ref(), row.ref()))
                        .map(row -> new @Nullable Object[] {row.row(), scope})
                        .toList());
    }

    void delete(List<Long> rows) {
        session.batch(
                "DELETE FROM sync_ticket WHERE row_no=? AND scope_id=?",
                rows.stream().map(row -> new @Nullable Object[] {row, scope}).toList());
    }

    private static boolean givesAway(TicketRef before, TicketRef now) {
        return isLost(before.ticketId(), now.ticketId())
                || isLost(before.barcode(), now.barcode())
                || isLost(before.attendeeId(), now.attendeeId());
    }

    private static boolean isLost(@Nullable String before, @Nullable String now) {
        return before != null && !before.equals(now);
    }

    private @Nullable Object[] values(TicketRow row) {
        return new @Nullable Object[] {
            row.ref().ticketId(),
            row.ref().barcode(),
            row.ref().attendeeId(),
            row.ref().orderId(),
            row.access().name(),
            MarkCodec.marks(row.marks()),
            SqlSession.boxed(row.emailKey()),
            SqlSession.boxed(row.nameKey()),
            row.ticketTypeId().orElse(null),
            row.tag().orElse(null),
            row.age(),
            row.generation(),
            row.detailed(),
            row.row(),
            scope
        };
    }
}
