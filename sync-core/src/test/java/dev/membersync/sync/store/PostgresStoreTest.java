package dev.membersync.sync.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The JDBC store on PostgreSQL keeps the contract. */
final class PostgresStoreTest implements SyncStoreContract {
    private JdbcStore store;

    @BeforeEach
    void open() {
        store = Postgres.byTheGivenTime(Postgres.freshUrl());
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
