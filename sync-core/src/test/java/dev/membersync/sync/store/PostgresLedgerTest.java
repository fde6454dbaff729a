package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.error.TransportException;
import dev.membersync.client.policy.Lane;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RateLedger;
import dev.membersync.client.policy.RateLimit;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.database.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger in PostgreSQL, which many processes share. */
final class PostgresLedgerTest implements RateLedgerContract {
    private static final String URL = Postgres.freshUrl();

    private JdbcStore store;
    private JdbcStore another;

    @BeforeEach
    void open() {
        store = JdbcStore.open(URL + "&ApplicationName=ledger");
        another = JdbcStore.open(URL);
        Postgres.empty(URL);
    }

    @AfterEach
    void close() {
        store.close();
        another.close();
    }

    @Override
    public RateLedger ledger() {
        return store.ledger().orElseThrow();
    }

    @Override
    public RateLedger another() {
        return another.ledger().orElseThrow();
    }

    private int entries() {
        AtomicInteger entries = new AtomicInteger();
        ledger().write("a", (page, nanos, epoch) -> {
            entries.set(page.length);
            return new byte[page.length + 1];
        });
        return entries.get();
    }

    @Test
    void storeOfOneProcessHasNone(@TempDir Path folder) {
        try (JdbcStore file = JdbcStore.open("jdbc:sqlite:" + folder.resolve("store.db"))) {
            assertThat(file.ledger()).isEmpty();
        }
    }

    @Test
    void entriesWaitForNoTransactionOfTheStoreAndForNoOverlay() {
        entries();
        try (SyncStore overlay = store.overlay()) {
            int seen = another.inTransaction(Scope.NONE, tx -> entries());
            assertThat(seen).isEqualTo(1);
            assertThat(overlay.<Boolean>inTransaction(Scope.NONE, tx -> entries() == 2))
                    .isTrue();
        }
    }

    @Test
    void connectionThatBrokeIsReplacedInSilence() {
        entries();
        Postgres.breakConnections("ledger");

        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void entryWhoseConnectionBreaksIsAFailureAndNoPermit() {
        RateLedger breaking = (credential, entry) -> ledger().write(credential, (page, nanos, epoch) -> {
            Postgres.breakConnections("ledger");
            return entry.write(page, nanos, epoch);
        });
        RateLimit limit = RateLimit.of(10, Duration.ofSeconds(10));
        RateBudget budget = RateBudget.shared(limit, ManualTime.create(), breaking, "a", "party");

        assertThatThrownBy(() -> budget.turn(Lane.LIVE))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("the rate ledger in PostgreSQL store");
        assertThat(RateBudget.shared(limit, ManualTime.create(), ledger(), "a", "party")
                        .turn(Lane.LIVE)
                        .granted())
                .isTrue();
    }

    @Test
    void closedStoreGivesNoPermit() {
        RateLedger ledger = ledger();
        store.close();

        assertThatThrownBy(() -> ledger.write("a", (page, nanos, epoch) -> page))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
    }
}
