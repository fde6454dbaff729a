package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.auth.StoredGrant;
import dev.membersync.client.auth.TokenStore;
import dev.membersync.client.auth.TokenStoreException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens in PostgreSQL, which many processes share. */
final class PostgresTokensTest implements TokenStoreContract {
    private static final String URL = Postgres.freshUrl();

    private JdbcStore store;
    private JdbcStore another;

    @BeforeEach
    void open() {
        store = JdbcStore.open(URL + "&ApplicationName=tokens");
        another = JdbcStore.open(URL);
        Postgres.empty(URL);
    }

    @AfterEach
    void close() {
        store.close();
        another.close();
    }

    @Override
    public JdbcStore store() {
        return store;
    }

    @Override
    public JdbcStore another() {
        return another;
    }

    @Override
    public String raw() {
        return another.inTransaction(session -> session.list(
                        "SELECT sealed FROM sync_token ORDER BY name",
                        row -> new String(row.bytes(1), StandardCharsets.ISO_8859_1)))
                .toString();
    }

    @Override
    public void tamper(String sql) {
        Postgres.sql(URL, sql);
    }

    @Test
    void leaseEndsWithItsProcessAndCanSaveNothingAfterThat() {
        TokenStore.Lease lost = store.tokens(KEY, new SecureRandom())
                .tryLease("a", Duration.ofHours(1))
                .orElseThrow();
        Postgres.breakConnections("tokens");
        TokenStore others = another.tokens(KEY, new SecureRandom());
        try (TokenStore.Lease next = others.tryLease("a", Duration.ZERO).orElseThrow()) {
            assertThatThrownBy(() -> lost.save(StoredGrant.of(GRANT))).isInstanceOf(TokenStoreException.class);
            next.save(StoredGrant.of(GRANT));
        }

        assertThat(others.find("a")).contains(StoredGrant.of(GRANT));
    }
}
