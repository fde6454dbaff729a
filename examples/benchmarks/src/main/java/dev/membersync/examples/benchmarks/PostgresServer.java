package dev.membersync.examples.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server of its own that keeps commits through a power loss, which the library for tests leaves out by default. */
public final class PostgresServer implements AutoCloseable {
    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts one on a free port. */
    public static PostgresServer start() {
        try {
            return new PostgresServer(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("max_wal_size", "2GB")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be started", e);
        }
    }

    /** Makes an empty schema; its url. */
    public String schema(String name) {
        number("CREATE SCHEMA " + name);
        return url() + "&currentSchema=" + name;
    }

    /** The first number that a statement answers with; 0 when it answers with none. */
    public long number(String statement) {
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

    private String url() {
        return server.getJdbcUrl("postgres", "postgres") + "&sslmode=disable";
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
