package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.policy.Lane;
import dev.membersync.database.Postgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database of an older version is brought up in place. */
final class SchemaMigrationTest {
    private static final String NEWEST = Integer.toString(Schema.newest());

    @TempDir
    Path folder;

    private enum Database {
        SQLITE,
        POSTGRES
    }

    private String url(Database database) {
        return database == Database.SQLITE ? "jdbc:sqlite:" + folder.resolve("store.db") : Postgres.freshUrl();
    }

    private static Dialect dialect(String url) {
        return url.startsWith(SqliteDialect.PREFIX) ? SqliteDialect.of(url) : PostgresDialect.of(url, null, null);
    }

    /** A store as version 1 left it, with a leased item. */
    private static void makeVersion1(String url) {
        Dialect dialect = dialect(url);
        List<String> statements = new ArrayList<>(SchemaStatements.VERSION_1.stream()
                .map(statement -> Schema.inDialect(statement, dialect))
                .toList());
        statements.add("INSERT INTO sync_meta(name, fact) VALUES('store.schema', '1')");
        statements.add("INSERT INTO sync_scope(event, workflow, account, occurrence)"
                + " VALUES('spring', 'members-to-attendees', 'account', '')");
        statements.add(
                "INSERT INTO sync_work(user_id, scope_id, seq, epoch, lane, due_at, attempts, owner, lease_until)"
                        + " VALUES('a', 1, 3, 5, 0, 0, 2, 'pid 7', 99)");
        Postgres.sql(url, statements.toArray(String[]::new));
    }

    private static String version(JdbcStore store) {
        return store.inTransaction(StoreContract.SPRING, tx -> tx.meta().find(Refusals.SCHEMA_FACT))
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void versionOneIsMigratedWithItsRows(Database database) {
        String url = url(database);
        makeVersion1(url);
        try (JdbcStore store = JdbcStore.open(url)) {
            assertThat(version(store)).isEqualTo(NEWEST);
            WorkItem item = store.inTransaction(
                            StoreContract.SPRING, tx -> tx.work().find("a"))
                    .orElseThrow();
            assertThat(item.seq()).isEqualTo(3);
            assertThat(item.lane()).isEqualTo(Lane.LIVE);
            assertThat(store.inTransaction(StoreContract.SPRING, tx -> {
                                tx.work().takeOver();
                                return tx.work().lease(9, "w", StoreContract.NOON, StoreContract.MINUTE);
                            })
                            .size())
                    .isEqualTo(1);
        }
    }

    /** A store as version 5 left it, with an erased person. */
    private static void makeVersion5(String url) {
        Dialect dialect = dialect(url);
        List<String> statements = new ArrayList<>();
        for (List<String> step : List.of(
                SchemaStatements.VERSION_1,
                SchemaStatements.VERSION_2,
                SchemaStatements.VERSION_3,
                SchemaStatements.VERSION_4,
                SchemaStatements.VERSION_5)) {
            step.forEach(statement -> statements.add(Schema.inDialect(statement, dialect)));
        }
        statements.add("INSERT INTO sync_meta(name, fact) VALUES('store.schema', '5')");
        statements.add("INSERT INTO sync_tombstone(hash, at) VALUES(7, 1)");
        Postgres.sql(url, statements.toArray(String[]::new));
    }

    private static long pages(JdbcStore store) {
        return store.inTransaction(session -> session.number("SELECT COUNT(*) FROM sync_budget"));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void versionFiveGetsAPlaceForTheRateLedgerAndKeepsItsRows(Database database) {
        String url = url(database);
        makeVersion5(url);
        try (JdbcStore store = JdbcStore.open(url)) {
            assertThat(version(store)).isEqualTo(NEWEST);
            Set<Long> kept =
                    store.inTransaction(Scope.NONE, tx -> tx.tombstones().among(List.of(7L)));
            assertThat(kept).containsExactly(7L);
            assertThat(pages(store)).isZero();
            store.ledger().ifPresent(ledger -> ledger.write("a", (page, nanos, epoch) -> new byte[] {1}));
            assertThat(pages(store)).isEqualTo(database == Database.POSTGRES ? 1 : 0);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void migrationThatBreaksInTheMiddleLeavesTheOldVersionAndIsRepeated(Database database) {
        String url = url(database);
        makeVersion1(url);
        // What the last statement of the step makes is there already, so the step fails after the others have run.
        Postgres.sql(url, "CREATE INDEX sync_incident_open ON sync_work(user_id)");
        assertThatThrownBy(() -> JdbcStore.open(url)).isInstanceOf(StoreException.class);
        assertVersion1(url);
        Postgres.sql(url, "DROP INDEX sync_incident_open");

        try (JdbcStore store = JdbcStore.open(url)) {
            assertThat(version(store)).isEqualTo(NEWEST);
        }
    }

    private static void assertVersion1(String url) {
        SqlSession session = new SqlSession(dialect(url), "looking");
        session.alone(() -> assertThat(session.one(
                        "SELECT fact FROM sync_meta WHERE name=?", row -> row.text(1), Refusals.SCHEMA_FACT))
                .hasValue("1"));
        session.close();
    }

    @Test
    void ofProcessesThatOpenAnEmptyOrOldStoreAtOnceOneMigrates() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            String old = url(Database.POSTGRES);
            makeVersion1(old);
            String empty = url(Database.POSTGRES);
            List<Future<String>> versions = Stream.of(old, empty, old, empty, old, empty, old, empty)
                    .map(url -> threads.submit(() -> {
                        try (JdbcStore store = JdbcStore.open(url)) {
                            return version(store);
                        }
                    }))
                    .toList();
            for (Future<String> version : versions) {
                assertThat(version.get()).isEqualTo(NEWEST);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
