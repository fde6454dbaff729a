package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A SQLite store as a file. */
final class SqliteFileTest {
    private static final List<Scope> SCOPES = List.of(StoreContract.SPRING, StoreContract.AUTUMN);

    @TempDir
    Path folder;

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("store.db");
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url())) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        }
    }

    private static void fill(SyncStore store, String userId) {
        store.inTransaction(StoreContract.SPRING, tx -> {
            long row = tx.tickets()
                    .save(List.of(StoreContract.seen("first-" + userId, 1)))
                    .get(0)
                    .row();
            StateOf.fill(tx, userId, row);
            return true;
        });
    }

    @Test
    void damagedFileIsToldWithWhatToDo() throws IOException {
        try (JdbcStore store = JdbcStore.open(url())) {
            fill(store, "a");
        }
        byte[] whole = Files.readAllBytes(folder.resolve("store.db"));
        Files.write(folder.resolve("store.db"), Arrays.copyOf(whole, whole.length / 3));

        assertThatThrownBy(() -> JdbcStore.open(url()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("or a damaged one: ")
                .hasMessageContaining("restore the file from a backup")
                .hasMessageContaining("begin with an empty store");
    }

    @Test
    void fileThatIsNoDatabaseIsToldWithWhatToDo() throws IOException {
        Files.writeString(folder.resolve("store.db"), "a text ".repeat(1_000));

        assertThatThrownBy(() -> JdbcStore.open(url())).hasMessageContaining("restore the file from a backup");
    }

    @Test
    void folderIsNoStore() {
        assertThatThrownBy(() -> JdbcStore.open("jdbc:sqlite:" + folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("names the folder")
                .hasMessageContaining("membersync.db");
    }

    /** The codes of SQLite for a full disk, missing rights and a broken disk. */
    @ParameterizedTest
    @CsvSource({"FULL, 13, make room", "READONLY, 8, may write", "CANTOPEN, 14, may write", "IOERR, 10, system's log"})
    void failureOfTheMachineIsToldWithWhatToDo(String name, int code, String remedy) {
        assertThat(Remedy.of(new SQLException("[SQLITE_" + name + "] it failed", null, code)))
                .contains(remedy);
        assertThat(Remedy.of(new SQLException("another database failed", null, code)))
                .isEmpty();
    }

    @Test
    void reopenedStoreHoldsEverything() {
        String before;
        try (JdbcStore store = JdbcStore.open(url())) {
            fill(store, "a");
            before = StateOf.store(store, SCOPES);
        }
        try (JdbcStore store = JdbcStore.open(url())) {
            assertThat(StateOf.store(store, SCOPES)).isEqualTo(before);
        }
    }

    @Test
    void commitsAreDurableByWriteAheadLogAndFullSync() throws SQLException {
        try (JdbcStore store = JdbcStore.open(url())) {
            fill(store, "a");
            assertThat(folder.resolve("store.db-wal")).isNotEmptyFile();
            assertThat(pragma(store, "PRAGMA synchronous")).isEqualTo(2);
        }
    }

    @Test
    void allFilesOfAStoreAreForTheirOwnerAlone() throws IOException {
        try (JdbcStore store = JdbcStore.open(url())) {
            fill(store, "a");
            StoreKey key = StoreKey.ofFile(store.keyFile().orElseThrow(), new SecureRandom());
            assertThat(store.tokens(key, new SecureRandom()).tryLease("a", Duration.ZERO))
                    .isPresent();

            assertThat(folder)
                    .isDirectoryContaining("glob:**.db-wal")
                    .isDirectoryContaining("glob:**.db-shm")
                    .isDirectoryContaining("glob:**.grants-wal")
                    .isDirectoryContaining("glob:**.key")
                    .isDirectoryContaining("glob:**.lock")
                    .isDirectoryNotContaining(file -> !rights(file).equals("rw-------"));
        }
    }

    @Test
    void rightsThatSomebodyGaveAStoreStay() throws IOException {
        Path file = Files.createFile(folder.resolve("store.db"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        JdbcStore.open(url()).close();

        assertThat(rights(file)).isEqualTo("rw-r-----");
    }

    private static String rights(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void linkToAnOpenStoreLeadsToTheSameLock() throws IOException {
        try (JdbcStore store = JdbcStore.open(url())) {
            Path link = Files.createSymbolicLink(folder.resolve("link.db"), folder.resolve("store.db"));

            assertThat(store.description()).contains("store.db");
            assertThatThrownBy(() -> JdbcStore.open("jdbc:sqlite:" + link)).isInstanceOf(StoreException.Owned.class);
        }
    }

    @Test
    void closedStoreIsOpenedAgainInTheSameProcess() {
        JdbcStore.open(url()).close();
        JdbcStore.open(url()).close();
        assertThat(folder.resolve("store.db")).exists();
    }

    @Test
    void foreignDatabaseIsRefusedAndLeftAlone() throws Exception {
        sql("CREATE TABLE customers(id INTEGER)");
        byte[] before = Files.readAllBytes(folder.resolve("store.db"));

        assertThatThrownBy(() -> JdbcStore.open(url()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not a membersync store");
        assertThat(Files.readAllBytes(folder.resolve("store.db"))).isEqualTo(before);
    }

    @Test
    void fileThatIsNoDatabaseIsRefused() throws IOException {
        Files.writeString(folder.resolve("store.db"), "memberships: {profile: standard}\n".repeat(50));

        assertThatThrownBy(() -> JdbcStore.open(url()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not a membersync store");
    }

    @Test
    void newerSchemaIsRefused() throws SQLException {
        JdbcStore.open(url()).close();
        sql("UPDATE sync_meta SET fact='99' WHERE name='store.schema'");

        assertThatThrownBy(() -> JdbcStore.open(url()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("schema version 99")
                .hasMessageContaining("use a newer membersync");
    }

    @Test
    void refusedOpenLeavesNoLock() throws SQLException {
        sql("CREATE TABLE customers(id INTEGER)");
        assertThatThrownBy(() -> JdbcStore.open(url())).isInstanceOf(StoreException.class);
        sql("DROP TABLE customers");

        JdbcStore.open(url()).close();
        assertThat(folder.resolve("store.db")).exists();
    }

    @Test
    void missingFolderIsNamed() {
        assertThatThrownBy(() -> JdbcStore.open("jdbc:sqlite:" + folder.resolve("none/store.db")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void folderInPlaceOfAFileIsRefused() throws IOException {
        Files.createDirectory(folder.resolve("store.db"));

        assertThatThrownBy(() -> JdbcStore.open(url())).isInstanceOf(StoreException.class);
    }

    @Test
    void fullDiskKeepsNothingOfTheTransactionAndTheStoreGoesOn() {
        try (JdbcStore store = JdbcStore.open(url())) {
            fill(store, "a");
            String before = StateOf.store(store, SCOPES);
            long pages = pragma(store, "PRAGMA page_count");
            pragma(store, "PRAGMA max_page_count=" + (pages + 1));

            assertThatThrownBy(() -> store.inTransaction(StoreContract.SPRING, tx -> {
                        for (int i = 0; i < 5000; i++) {
                            tx.deadLetters().put(new DeadLetter("much" + i, "k", "why", 1, StoreContract.NOON));
                        }
                        return true;
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("full");
            assertThat(StateOf.store(store, SCOPES)).isEqualTo(before);
            pragma(store, "PRAGMA max_page_count=100000");
            fill(store, "b");
        }
    }

    /** F-73: what cannot be stored is refused before anything is sent, and nothing of it stays. */
    @Test
    void storeThatBecameReadOnlyKeepsNoIntentAndGoesOnWhenItIsWritableAgain() {
        try (JdbcStore store = JdbcStore.open(url())) {
            fill(store, "a");
            String before = StateOf.store(store, SCOPES);

            assertThatThrownBy(() -> store.inTransaction(StoreContract.SPRING, tx -> {
                        ((SqlMeta) tx.meta()).session().update("PRAGMA query_only=1");
                        return tx.intents().open(StoreContract.intent("b", OptionalLong.empty()));
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("readonly")
                    .hasMessageContaining("nothing of this transaction was kept");
            assertThatThrownBy(() -> store.inTransaction(StoreContract.SPRING, tx -> {
                        ((SqlMeta) tx.meta()).session().update("PRAGMA query_only=0");
                        throw new IllegalStateException("the disk is back");
                    }))
                    .hasMessage("the disk is back");
            assertThat(StateOf.store(store, SCOPES)).isEqualTo(before);
            fill(store, "b");
        }
    }

    @Test
    void writerFromOutsideDelaysTheStoreAndSpoilsNothing() throws SQLException {
        try (JdbcStore store = JdbcStore.open(url());
                Connection outside = DriverManager.getConnection(url())) {
            pragma(store, "PRAGMA busy_timeout=1");
            outside.createStatement().execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> fill(store, "a"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("locked");
            outside.createStatement().execute("ROLLBACK");

            assertThatThrownBy(() -> store.inTransaction(StoreContract.SPRING, tx -> {
                        tx.meta().put("fact", "value");
                        throw new IllegalStateException("taken back");
                    }))
                    .hasMessage("taken back");
            assertThat(store.inTransaction(StoreContract.SPRING, tx -> tx.meta().find("fact"))
                            .isPresent())
                    .isFalse();
        }
    }

    private static long pragma(JdbcStore store, String pragma) {
        return store.inTransaction(
                StoreContract.SPRING, tx -> ((SqlMeta) tx.meta()).session().number(pragma));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:sqlite:", "jdbc:sqlite::memory:", "jdbc:sqlite:x.db?mode=ro", "jdbc:sqlite:file:x.db"})
    void urlThatIsNoPlainFileIsRefused(String url) {
        assertThatThrownBy(() -> JdbcStore.open(url))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("path of a file");
    }

    @Test
    void unknownKindOfStoreNamesTheKnownOnesAndNoSecret() {
        assertThatThrownBy(() -> JdbcStore.open("jdbc:mysql://host/db?password=hunter2"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("jdbc:mysql:")
                .hasMessageContaining("jdbc:sqlite:")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//sync:hunter2@host/db", "//hunter2@host:5432/db?user=x", "//sync:hunter2@host,other/db"})
    void urlOfPostgresWithAPasswordBeforeTheHostIsRefusedUnquoted(String place) {
        assertThatThrownBy(() -> JdbcStore.open("jdbc:postgresql:" + place))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("?user=<name>&password=<password>")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void missingDriverNamesItsCoordinates() throws Exception {
        List<URL> withoutDriver = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.contains("sqlite-jdbc")) {
                withoutDriver.add(Path.of(entry).toUri().toURL());
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(withoutDriver.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> store = loader.loadClass(JdbcStore.class.getName());

            assertThatThrownBy(() -> store.getMethod("open", String.class).invoke(null, url()))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessageContaining("org.xerial:sqlite-jdbc");
        }
    }
}
