package dev.membersync.eventops.store;

import dev.membersync.eventops.privacy.Erasure;
import dev.membersync.eventops.privacy.ErasureBooks;
import dev.membersync.eventops.privacy.ErasureTicket;
import dev.membersync.eventops.privacy.Receipt;
import dev.membersync.eventops.privacy.SystemResult;
import dev.membersync.sync.record.TicketRef;
import dev.membersync.sync.store.JdbcStore;
import dev.membersync.sync.store.Micros;
import dev.membersync.sync.store.SqlRow;
import dev.membersync.sync.store.SqlSession;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Erasures in the database of a {@link JdbcStore}, whose tables it makes. While an overlay of that store is open (a plan
 * runs), an erasure cannot go on and fails; it goes on later.
 */
public final class JdbcErasureBooks implements ErasureBooks {
    private final JdbcStore store;

    private JdbcErasureBooks(JdbcStore store) {
        this.store = store;
    }

    /**
     * The erasures of a store, which stays the caller's to close.
     *
     * @throws dev.membersync.sync.store.StoreException when the tables are those of a newer version
     */
    public static JdbcErasureBooks open(JdbcStore store) {
        store.open(PrivacyTables.ANNEX);
        return new JdbcErasureBooks(store);
    }

    @Override
    public <T> T inTransaction(Function<Tx, T> work) {
        return store.inTransaction(session -> work.apply(new Rows(session)));
    }

    private record Rows(SqlSession session) implements Tx {
        @Override
        public void put(Erasure erasure) {
            session.update(
                    "INSERT INTO privacy_erasure(id, user_id, address, name, bars, placeholder, requested_at, runs_at, step)"
                            + " VALUES(?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET address=excluded.address,"
                            + " name=excluded.name, bars=excluded.bars, step=excluded.step",
                    erasure.id(),
                    erasure.userId(),
                    boxed(erasure.address()),
                    boxed(erasure.name()),
                    erasure.barsAddress(),
                    erasure.placeholder(),
                    Micros.of(erasure.requestedAt()),
                    Micros.of(erasure.runsAt()),
                    erasure.step().name());
        }

        @Override
        public List<Erasure> open() {
            return session.list(
                    "SELECT id, user_id, address, name, bars, placeholder, requested_at, runs_at, step"
                            + " FROM privacy_erasure ORDER BY requested_at, id",
                    Rows::erasure);
        }

        private static Erasure erasure(SqlRow row) throws SQLException {
            return new Erasure(
                    row.text(1),
                    row.text(2),
                    row.optionalNumber(3),
                    row.optionalNumber(4),
                    row.flag(5),
                    row.text(6),
                    Micros.at(row.number(7)),
                    Micros.at(row.number(8)),
                    Erasure.Step.valueOf(row.text(9)));
        }

        @Override
        public void put(String id, ErasureTicket ticket) {
            TicketRef ref = ticket.ref();
            session.update(
                    "INSERT INTO privacy_ticket(id, place, shown, ticket_id, barcode, attendee_id, order_id, ours, done)"
                            + " VALUES(?,?,?,?,?,?,?,?,?) ON CONFLICT(id, place, shown) DO UPDATE SET"
                            + " done=excluded.done",
                    id,
                    ticket.place(),
                    ref.shown(),
                    ref.ticketId(),
                    ref.barcode(),
                    ref.attendeeId(),
                    ref.orderId(),
                    ticket.ours(),
                    ticket.done());
        }

        @Override
        public List<ErasureTicket> tickets(String id) {
            return session.list(
                    "SELECT place, ticket_id, barcode, attendee_id, order_id, ours, done FROM privacy_ticket WHERE id=?"
                            + " ORDER BY place, shown",
                    row -> new ErasureTicket(
                            row.text(1),
                            new TicketRef(row.textOrNull(2), row.textOrNull(3), row.textOrNull(4), row.textOrNull(5)),
                            row.flag(6),
                            row.flag(7)),
                    id);
        }

        @Override
        public void add(String id, SystemResult result) {
            session.update(
                    "INSERT INTO privacy_result(id, system, outcome, number, note, owner, due) VALUES(?,?,?,?,?,?,?)",
                    id,
                    result.system(),
                    result.outcome().name(),
                    result.count(),
                    result.note(),
                    result.owner().orElse(null),
                    result.due().map(LocalDate::toString).orElse(null));
        }

        @Override
        public List<SystemResult> results(String id) {
            return session.list(
                    "SELECT system, outcome, number, note, owner, due FROM privacy_result WHERE id=? ORDER BY seq",
                    row -> new SystemResult(
                            row.text(1),
                            SystemResult.Outcome.valueOf(row.text(2)),
                            row.number(3),
                            row.text(4),
                            row.optionalText(5),
                            row.optionalText(6).map(LocalDate::parse)),
                    id);
        }

        @Override
        public void close(String id) {
            session.update("DELETE FROM privacy_result WHERE id=?", id);
            session.update("DELETE FROM privacy_ticket WHERE id=?", id);
            session.update("DELETE FROM privacy_erasure WHERE id=?", id);
        }

        @Override
        public void add(Receipt receipt) {
            session.update(
                    "INSERT INTO privacy_receipt(number, id, receipt) VALUES(?,?,?)",
                    receipt.number(),
                    receipt.id(),
                    receipt.text());
        }

        @Override
        public List<Receipt> receipts() {
            return session.list(
                    "SELECT number, id, receipt FROM privacy_receipt ORDER BY number",
                    row -> new Receipt(row.number(1), row.text(2), row.text(3)));
        }

        private static @Nullable Long boxed(OptionalLong value) {
            return value.isPresent() ? (Long) value.getAsLong() : null;
        }
    }
}
