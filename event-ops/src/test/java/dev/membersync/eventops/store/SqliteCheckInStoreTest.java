package dev.membersync.eventops.store;

import dev.membersync.eventops.checkin.CheckInStore;
import dev.membersync.eventops.checkin.Fest;
import dev.membersync.sync.store.JdbcStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The store on SQLite keeps the contract. */
final class SqliteCheckInStoreTest implements CheckInStoreContract {
    @TempDir
    Path folder;

    private JdbcStore database;

    @BeforeEach
    void open() {
        database = JdbcStore.open("jdbc:sqlite:" + folder.resolve("store.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public CheckInStore store() {
        return JdbcCheckInStore.open(database, Fest.EVENT);
    }

    @Override
    public CheckInStore other() {
        return JdbcCheckInStore.open(database, "another");
    }
}
