package dev.membersync.sync.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The JDBC store on SQLite keeps the contract. */
final class SqliteStoreTest implements SyncStoreContract {
    @TempDir
    Path folder;

    private JdbcStore store;

    @BeforeEach
    void open() {
        store = JdbcStore.open("jdbc:sqlite:" + folder.resolve("store.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public SyncStore store() {
        return store;
    }
}
