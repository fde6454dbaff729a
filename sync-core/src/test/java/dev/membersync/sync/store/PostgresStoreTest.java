package dev.membersync.sync.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The JDBC store on PostgreSQL keeps the contract. */
final class PostgresStoreTest implements SyncStoreContract {
    private static final String URL = Postgres.freshUrl();

    private JdbcStore store;

    @BeforeEach
    void open() {
        store = Postgres.byTheGivenTime(URL);
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
