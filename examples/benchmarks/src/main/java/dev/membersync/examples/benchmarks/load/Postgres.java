package dev.membersync.examples.benchmarks.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostgreSQL server of its own that keeps commits through a power loss, with a schema for each run. */
final class Postgres implements Database {
    private final EmbeddedPostgres server;
    private int schemas;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    static Postgres start() {
        try {
            return new Postgres(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("shared_buffers", "128MB")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be started", e);
        }
    }

    /** Where the driver's classes are, for a subject that comes without one. */
    static String driver() {
        try {
            return Path.of(Class.forName("org.postgresql.Driver")
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException("the driver of PostgreSQL is not on the class path", e);
        }
    }

    @Override
    public String fresh(Path folder) {
        String schema = "run" + ++schemas;
        number("CREATE SCHEMA " + schema);
        return url() + "&currentSchema=" + schema;
    }

    /** Its write-ahead log. */
    @Override
    public long written() {
        return number("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
    }

    /** Sessions tell the server of theirs with a delay of a second, so this waits for them. */
    @Override
    public long transactions() {
        number("SELECT pg_sleep(1.5)");
        return number("SELECT sum(xact_commit + xact_rollback)::bigint FROM pg_stat_database");
    }

    private String url() {
        return server.getJdbcUrl("postgres", "postgres") + "&sslmode=disable";
    }

    private long number(String statement) {
        try (Connection connection = DriverManager.getConnection(url());
                Statement sql = connection.createStatement()) {
            if (!sql.execute(statement)) {
                return 0;
            }
            try (ResultSet rows = sql.getResultSet()) {
                return rows.next() && rows.getObject(1) instanceof Number number ? number.longValue() : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not do: " + statement, e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be stopped", e);
        }
    }
}
