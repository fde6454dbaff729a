package dev.membersync.examples.benchmarks.load;

import dev.membersync.examples.benchmarks.PostgresServer;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** A schema for each run on a server of its own. */
final class Postgres implements Database {
    private final PostgresServer server;
    private int schemas;

    private Postgres(PostgresServer server) {
        this.server = server;
    }

    static Postgres start() {
        return new Postgres(PostgresServer.start());
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
        return server.schema("run" + ++schemas);
    }

    /** Its write-ahead log. */
    @Override
    public long written() {
        return server.number("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
    }

    /** Sessions tell the server of theirs with a delay of a second, so this waits for them. */
    @Override
    public long transactions() {
        server.number("SELECT pg_sleep(1.5)");
        return server.number("SELECT sum(xact_commit + xact_rollback)::bigint FROM pg_stat_database");
    }

    @Override
    public void close() {
        server.close();
    }
}
