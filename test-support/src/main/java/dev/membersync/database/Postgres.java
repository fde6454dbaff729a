package dev.membersync.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    public static String serverUrl() {
        return Server.RUNNING.getJdbcUrl("postgres", "postgres") + "&sslmode=disable";
    }

    /** Runs these statements, each by itself. */
    public static void sql(String url, String... statements) {
        try (Connection connection = DriverManager.getConnection(url)) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Takes all rows out of the schema of this url, which a store has opened before. */
    public static void empty(String url) {
        sql(
                url,
                "DO $$ DECLARE t text; BEGIN FOR t IN SELECT tablename FROM pg_tables WHERE schemaname=current_schema()"
                        + " AND tablename<>'sync_meta' LOOP EXECUTE 'DELETE FROM ' || t; END LOOP; END $$",
                "DELETE FROM sync_meta WHERE name<>'store.schema'");
    }

    /** Ends the server's side of all connections that go by this name, as a restart of the server does. */
    public static void breakConnections(String applicationName) {
        sql(
                serverUrl(),
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name='"
                        + applicationName + "'");
    }

    /** The url of a database of its own. */
    public static String freshDatabase() {
        String name = "d" + SCHEMAS.incrementAndGet();
        sql(serverUrl(), "CREATE DATABASE " + name);
        return databaseUrl(name);
    }

    private static String databaseUrl(String name) {
        return Server.RUNNING.getJdbcUrl("postgres", name) + "&sslmode=disable";
    }

    private static String nameOf(String databaseUrl) {
        return databaseUrl.replaceAll(".*/([^/?]*)[?].*", "$1");
    }

    /** A replica of a database, which gets nothing that is committed from now on. */
    public static void replicate(String databaseUrl) {
        String name = nameOf(databaseUrl);
        end(name);
        sql(serverUrl(), "CREATE DATABASE " + name + "_replica TEMPLATE " + name);
    }

    /** The database is gone, and its replica has its name from now on. */
    public static void failOver(String databaseUrl) {
        String name = nameOf(databaseUrl);
        end(name);
        sql(
                serverUrl(),
                "ALTER DATABASE " + name + " RENAME TO " + name + "_lost",
                "ALTER DATABASE " + name + "_replica RENAME TO " + name);
    }

    private static void end(String database) {
        sql(
                serverUrl(),
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname='" + database + "'");
    }

    /** Whether a connection that goes by this name waits for a lock. */
    public static boolean waits(String applicationName) {
        try (Connection connection = DriverManager.getConnection(serverUrl());
                ResultSet found = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT 1 FROM pg_stat_activity WHERE wait_event_type='Lock' AND application_name='"
                                        + applicationName + "'")) {
            return found.next();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
