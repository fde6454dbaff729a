package dev.membersync.eventops.store;

import dev.membersync.database.Postgres;
import dev.membersync.eventops.checkin.CheckInStore;
import dev.membersync.eventops.checkin.Fest;
import dev.membersync.sync.store.JdbcStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The store on PostgreSQL keeps the contract. */
final class PostgresCheckInStoreTest implements CheckInStoreContract {
    private JdbcStore database;

    @BeforeEach
    void open() {
        database = JdbcStore.open(Postgres.freshUrl());
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
