package dev.membersync.sync.store;

import dev.membersync.database.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The JDBC store on PostgreSQL keeps the contract. */
final class PostgresStoreTest implements SyncStoreContract {
    private static final String URL = Postgres.freshUrl();

    private JdbcStore store;

    @BeforeEach
    void open() {
        store = GivenTime.open(URL);
        Postgres.empty(URL);
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
