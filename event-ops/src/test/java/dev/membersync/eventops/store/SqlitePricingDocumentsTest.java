package dev.membersync.eventops.store;

import dev.membersync.eventops.pricing.PricingDocuments;
import dev.membersync.sync.store.JdbcStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The documents on SQLite keep the contract. */
final class SqlitePricingDocumentsTest implements PricingDocumentsContract {
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
    public PricingDocuments documents() {
        return JdbcPricingDocuments.open(database);
    }
}
