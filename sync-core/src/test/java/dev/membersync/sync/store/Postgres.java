package dev.membersync.sync.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server for all tests of a JVM, which keeps commits as a real one does, and a fresh schema for each test. */
public final class Postgres {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private Postgres() {}

    /** Started with the first use, and stopped by the library when the JVM ends. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("shared_buffers", "32MB")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The url of an empty schema. */
    public static String freshUrl() {
        String schema = "s" + SCHEMAS.incrementAndGet();
        sql(serverUrl(), "CREATE SCHEMA " + schema);
        return serverUrl() + "&currentSchema=" + schema;
    }

    /** The url of the server's own schema, for what concerns the whole server. */
    static String serverUrl() {
        return Server.RUNNING.getJdbcUrl("postgres", "postgres");
    }

    static void sql(String url, String... statements) {
        try (Connection connection = DriverManager.getConnection(url)) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends the server's side of all connections of membersync to this schema, as a restart of the server does. */
    static void breakConnections(String url) {
        String schema = url.substring(url.lastIndexOf('=') + 1);
        sql(
                serverUrl(),
                "SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_stat_activity a ON a.pid=l.pid"
                        + " WHERE a.application_name='" + schema + "'");
    }

    /** A store whose leases follow the time of the test, as those of the stores of one process do. */
    static JdbcStore byTheGivenTime(String url) {
        return JdbcStore.open(new GivenTime(PostgresDialect.of(url, null, null)));
    }

    private record GivenTime(Dialect real) implements Dialect {
        @Override
        public long now(SqlSession session, Instant given) {
            return Micros.of(given);
        }

        @Override
        public String bytes() {
            return real.bytes();
        }

        @Override
        public String text() {
            return real.text();
        }

        @Override
        public String autoKey() {
            return real.autoKey();
        }

        @Override
        public String description() {
            return real.description();
        }

        @Override
        public Optional<Path> file() {
            return real.file();
        }

        @Override
        public Dialect beside() {
            return real.beside();
        }

        @Override
        public Connection connect() {
            return real.connect();
        }

        @Override
        public String tables() {
            return real.tables();
        }

        @Override
        public void prepare(SqlSession session) {
            real.prepare(session);
        }

        @Override
        public void alone(SqlSession session, Runnable work) {
            real.alone(session, work);
        }

        @Override
        public Brackets brackets() {
            return real.brackets();
        }

        @Override
        public Brackets reading() {
            return real.reading();
        }

        @Override
        public Brackets overlay(SqlSession session) {
            return real.overlay(session);
        }

        @Override
        public String leasing() {
            return real.leasing();
        }

        @Override
        public String gone(String column) {
            return real.gone(column);
        }
    }
}
