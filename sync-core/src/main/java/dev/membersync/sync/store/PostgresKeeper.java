package dev.membersync.sync.store;

import java.sql.SQLException;

/**
 * Pages in PostgreSQL. A crash or a fail-over may lose the last entries, because commits do not wait for the disk; it shows
 * in where the connection leads to, which is therefore the epoch.
 */
final class PostgresKeeper implements JdbcLedger.Keeper {
    /** The network is given up later than the server gives up a statement. */
    private static final int SILENCE_MILLIS = 10_000;

    private static final String TURN =
            "SELECT pg_advisory_xact_lock(hashtextextended('membersync budget in ' || current_schema() || ' ' || ?, 0)),"
                    + " CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT),"
                    + PostgresDialect.ORIGIN;

    @Override
    public void prepare(SqlSession session) {
        session.update("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED");
        session.update("SET synchronous_commit=off");
        session.update("SET statement_timeout=5000");
        session.update("SET idle_in_transaction_session_timeout=5000");
        try {
            session.connection().setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
        } catch (SQLException e) {
            throw session.failure(e);
        }
    }

    /** The lock is waited for before the clock is read and before the next statement takes its snapshot. */
    @Override
    public JdbcLedger.Moment turn(SqlSession session, String credential) {
        return session.one(TURN, row -> new JdbcLedger.Moment(row.number(2) * 1000, row.text(3)), credential)
                .orElseThrow();
    }
}
