package dev.membersync.sync.store;

import dev.membersync.client.policy.RateLedger;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Pages in a table of a database that many processes share, on a connection of its own: it waits for no transaction of the
 * store and stops none. An entry is four round trips, and its commit does not wait for the disk.
 */
final class JdbcLedger implements RateLedger, AutoCloseable {
    private static final String KEPT = "SELECT page FROM sync_budget WHERE credential=?";

    private static final String KEEP = "INSERT INTO sync_budget(credential, page) VALUES(?,?)"
            + " ON CONFLICT(credential) DO UPDATE SET page=excluded.page";

    private final SqlSession session;
    private final SqlGate gate;
    private final Keeper keeper;

    private JdbcLedger(SqlSession session, SqlGate gate, Keeper keeper) {
        this.session = session;
        this.gate = gate;
        this.keeper = keeper;
    }

    /** What a database that is shared can do for a ledger. */
    interface Keeper {
        /** Prepares a connection for short transactions that may be lost with a crash. */
        void prepare(SqlSession session);

        /** Waits until the page of a credential is ours for this transaction. */
        Moment turn(SqlSession session, String credential);
    }

    /** The time of the database after the page became ours, and since when it forgot nothing. */
    record Moment(long nanos, String epoch) {}

    /** A ledger in a database that has the tables. */
    static JdbcLedger open(Dialect dialect, Keeper keeper) {
        SqlSession session = new SqlSession(dialect, "the rate ledger in " + dialect.description());
        try {
            Runnable prepare = () -> session.alone(() -> keeper.prepare(session));
            prepare.run();
            SqlGate gate = new SqlGate(session, account -> Brackets::durable, () -> {
                session.renew();
                prepare.run();
            });
            return new JdbcLedger(session, gate, keeper);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** A connection that broke while nobody used it shows before the page is ours: it is replaced in silence. */
    @Override
    public void write(String credential, Entry entry) {
        AtomicBoolean ours = new AtomicBoolean();
        try {
            write(credential, entry, ours);
        } catch (StoreException e) {
            if (ours.get() || !(e.getCause() instanceof SQLException cause) || !SqlSession.isLost(cause)) {
                throw e;
            }
            write(credential, entry, ours);
        }
    }

    private void write(String credential, Entry entry, AtomicBoolean ours) {
        gate.inTransaction(open -> {
            Moment moment = keeper.turn(open, credential);
            ours.set(true);
            byte[] page = open.one(KEPT, row -> row.bytes(1), credential).orElse(new byte[0]);
            return open.update(KEEP, credential, entry.write(page, moment.nanos(), moment.epoch()));
        });
    }

    @Override
    public void close() {
        gate.exclusively(() -> {
            gate.close();
            session.close();
        });
    }
}
