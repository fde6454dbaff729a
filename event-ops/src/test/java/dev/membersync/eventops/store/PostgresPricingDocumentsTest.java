package dev.membersync.eventops.store;

import dev.membersync.database.Postgres;
import dev.membersync.eventops.pricing.PricingDocuments;
import dev.membersync.sync.store.JdbcStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The documents on PostgreSQL keep the contract. */
final class PostgresPricingDocumentsTest implements PricingDocumentsContract {
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
    public PricingDocuments documents() {
        return JdbcPricingDocuments.open(database);
    }
}
