package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.policy.Lane;
import dev.membersync.database.Postgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PostgreSQL store and its server: settings, lost connections, credentials, what the server refuses. */
final class PostgresServerTest {
    private static void mark(SyncStore store, String userId) {
        store.inTransaction(StoreContract.SPRING, tx -> {
            tx.work().mark(List.of(userId), Lane.LIVE, StoreContract.NOON);
            return true;
        });
    }

    private static long count(SyncStore store) {
        return store.inTransaction(StoreContract.SPRING, tx -> tx.work().count());
    }

    private static String show(JdbcStore store, String setting) {
        return store.inTransaction(
                StoreContract.SPRING,
                tx -> ((SqlMeta) tx.meta())
                        .session()
                        .one("SHOW " + setting, row -> row.text(1))
                        .orElseThrow());
    }

    @Test
    void reopenedStoreHoldsEverything() {
        String url = Postgres.freshUrl();
        String before;
        try (JdbcStore store = JdbcStore.open(url)) {
            store.inTransaction(StoreContract.SPRING, tx -> {
                long row = tx.tickets()
                        .save(List.of(StoreContract.seen("T", 1)))
                        .get(0)
                        .row();
                StateOf.fill(tx, "a", row);
                return true;
            });
            before = StateOf.scope(store, StoreContract.SPRING);
        }
        try (JdbcStore store = JdbcStore.open(url)) {
            assertThat(StateOf.scope(store, StoreContract.SPRING)).isEqualTo(before);
        }
    }

    @Test
    void eachCommitWaitsForTheDiskWhateverTheRoleIsSetTo() {
        String url = Postgres.freshUrl();
        try (JdbcStore store = JdbcStore.open(url + "&options=-c%20synchronous_commit=off")) {
            assertThat(show(store, "synchronous_commit")).isEqualTo("on");
        }
        try (JdbcStore store = JdbcStore.open(url + "&options=-c%20synchronous_commit=remote_apply")) {
            assertThat(show(store, "synchronous_commit")).isEqualTo("remote_apply");
        }
    }

    @Test
    void serverThatDoesNotKeepCommitsIsRefused() throws IOException {
        try (EmbeddedPostgres forgetful =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            assertThatThrownBy(() -> JdbcStore.open(forgetful.getJdbcUrl("postgres", "postgres")))
                    .isInstanceOf(StoreException.NotDurable.class)
                    .hasMessageContaining("set fsync=on");
        }
    }

    @Test
    void connectionThatBrokeBetweenTwoTransactionsIsReplacedInSilence() {
        String url = Postgres.freshUrl() + "&ApplicationName=between";
        try (JdbcStore store = JdbcStore.open(url)) {
            mark(store, "a");
            Postgres.breakConnections("between");

            mark(store, "b");
            assertThat(count(store)).isEqualTo(2);
        }
    }

    @Test
    void connectionThatBreaksInATransactionFailsItAloneAndKeepsNothing() {
        String url = Postgres.freshUrl() + "&ApplicationName=within";
        try (JdbcStore store = JdbcStore.open(url)) {
            assertThatThrownBy(() -> store.inTransaction(StoreContract.SPRING, tx -> {
                        tx.work().mark(List.of("a"), Lane.LIVE, StoreContract.NOON);
                        Postgres.breakConnections("within");
                        tx.work().mark(List.of("b"), Lane.LIVE, StoreContract.NOON);
                        return true;
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("nothing of this transaction was kept");
            assertThat(count(store)).isZero();
        }
    }

    @Test
    void commitWhoseAnswerIsLostIsNotCalledUndone() {
        String url = Postgres.freshUrl() + "&ApplicationName=commit";
        try (JdbcStore store = JdbcStore.open(url)) {
            assertThatThrownBy(() -> store.inTransaction(StoreContract.SPRING, tx -> {
                        tx.work().mark(List.of("a"), Lane.LIVE, StoreContract.NOON);
                        Postgres.breakConnections("commit");
                        return true;
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is to be looked up");
            mark(store, "b");
        }
    }

    @Test
    void textWithANulCharacterIsRefusedInWords() {
        try (JdbcStore store = JdbcStore.open(Postgres.freshUrl())) {
            assertThatThrownBy(() -> mark(store, "a\0b"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("NUL character");
            mark(store, "a");
            assertThat(count(store)).isEqualTo(1);
        }
    }

    @Test
    void tablesOfOthersStandBesideOurs() {
        String url = Postgres.freshUrl();
        Postgres.sql(url, "CREATE TABLE customers(id INTEGER)", "INSERT INTO customers VALUES(7)");
        try (JdbcStore store = JdbcStore.open(url)) {
            mark(store, "a");
            assertThat(count(store)).isEqualTo(1);
        }
    }

    @Test
    void schemaWithATableThatLooksLikeOursIsRefused() {
        String url = Postgres.freshUrl();
        Postgres.sql(url, "CREATE TABLE sync_meta(name TEXT PRIMARY KEY, fact TEXT)");

        assertThatThrownBy(() -> JdbcStore.open(url))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not a membersync store");
    }

    @Test
    void missingSchemaIsNamed() {
        String url = Postgres.serverUrl() + "&currentSchema=nowhere";

        assertThatThrownBy(() -> JdbcStore.open(url))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("schema nowhere")
                .hasMessageContaining("create it first");
    }

    @Test
    void userAndPasswordCanBeGivenApart() {
        String url = Postgres.freshUrl();
        Postgres.sql(
                Postgres.serverUrl(),
                "CREATE ROLE apart LOGIN PASSWORD 'canary'",
                "GRANT ALL ON SCHEMA " + url.substring(url.lastIndexOf('=') + 1) + " TO apart");
        try (JdbcStore store = JdbcStore.open(url, "apart", Secret.of("canary"))) {
            mark(store, "a");
            assertThat(store.description()).contains("localhost").doesNotContain("canary");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "nowhere/../", "no such database"})
    void passwordIsInNoMessage(String database) throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        String url = "jdbc:postgresql://localhost:" + port + "/" + database + "?user=u&password=canary%26x";

        assertThatThrownBy(() -> JdbcStore.open(url))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("localhost:" + port)
                .satisfies(failure -> {
                    for (Throwable at = failure; at != null; at = at.getCause()) {
                        assertThat(at.toString()).doesNotContain("canary");
                    }
                });
    }

    @Test
    void storeHasNoFileForAKey() {
        try (JdbcStore store = JdbcStore.open(Postgres.freshUrl())) {
            assertThat(store.keyFile()).isEmpty();
        }
    }
}
