package dev.membersync.sync.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;

/** Stores on PostgreSQL whose leases follow the time of the test, as those of the stores of one process do. */
public final class GivenTime {
    private GivenTime() {}

    /** The store at this url, whose overlays are on the server. */
    public static JdbcStore open(String url) {
        return open(url, 0);
    }

    /** The store at this url, whose overlays are in memory up to so many bytes. */
    static JdbcStore open(String url, long memory) {
        return JdbcStore.open(new ByTheTest(PostgresDialect.of(url, null, null), memory));
    }

    private record ByTheTest(Dialect real, long memory) implements Dialect {
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
        public Brackets brackets(String account) {
            return real.brackets(account);
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
