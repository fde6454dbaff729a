package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.database.Postgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another module keeps its own tables in the store's database. */
final class AnnexTest {
    private static final List<String> FIRST =
            List.of("CREATE TABLE gate_scan(id AUTOKEY, gate TEXT NOT NULL, content BYTES)");
    private static final List<String> SECOND = List.of("ALTER TABLE gate_scan ADD COLUMN at BIGINT");
    private static final Annex OLD = new Annex("gates", List.of(FIRST));
    private static final Annex NEW = new Annex("gates", List.of(FIRST, SECOND));

    @TempDir
    Path folder;

    private enum Database {
        SQLITE,
        POSTGRES
    }

    private String url(Database database) {
        return database == Database.SQLITE ? "jdbc:sqlite:" + folder.resolve("store.db") : Postgres.freshUrl();
    }

    private static void add(JdbcStore store, String gate) {
        store.inTransaction(session -> session.update("INSERT INTO gate_scan(gate) VALUES(?)", gate));
    }

    private static List<String> gates(JdbcStore store) {
        return store.inTransaction(session -> session.list("SELECT gate FROM gate_scan ORDER BY id", r -> r.text(1)));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void rowsSurviveANewerVersionOfTheTables(Database database) {
        String url = url(database);
        try (JdbcStore store = JdbcStore.open(url)) {
            store.open(OLD);
            add(store, "north");
        }
        try (JdbcStore store = JdbcStore.open(url)) {
            store.open(NEW);
            store.open(NEW);
            assertThat(gates(store)).containsExactly("north");
            assertThat(store.<Integer>inTransaction(s -> s.update("UPDATE gate_scan SET at=?", 7L)))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void tablesOfANewerModuleAreRefused(Database database) {
        try (JdbcStore store = JdbcStore.open(url(database))) {
            store.open(NEW);
            assertThatThrownBy(() -> store.open(OLD))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("for gates the schema version 2")
                    .hasMessageContaining("use a newer membersync");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void workThatThrowsLeavesNothing(Database database) {
        try (JdbcStore store = JdbcStore.open(url(database))) {
            store.open(OLD);
            assertThatThrownBy(() -> store.inTransaction(session -> {
                        session.update("INSERT INTO gate_scan(gate) VALUES(?)", "north");
                        throw new IllegalStateException("crash");
                    }))
                    .hasMessage("crash");
            assertThat(gates(store)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void anOverlayTakesTheWritesAway(Database database) {
        try (JdbcStore store = JdbcStore.open(url(database))) {
            store.open(OLD);
            SyncStore overlay = store.overlay();
            assertThatThrownBy(() -> add(store, "north")).hasMessageContaining("an overlay of this store is open");
            assertThatThrownBy(() -> store.open(NEW)).hasMessageContaining("an overlay of this store is open");
            overlay.close();
            add(store, "south");
            assertThat(gates(store)).containsExactly("south");
        }
    }
}
