package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.auth.AccessToken;
import dev.membersync.client.auth.Grant;
import dev.membersync.client.auth.Renewal;
import dev.membersync.client.auth.RenewingTokens;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.auth.StoredGrant;
import dev.membersync.client.auth.TokenStore;
import dev.membersync.client.auth.TokenStoreException;
import dev.membersync.database.Postgres;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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

    @Test
    void threeProcessesWhoseTokenRunsOutAtOnceRefreshItOnce() throws Exception {
        AtomicInteger refreshes = new AtomicInteger();
        Renewal renewal = current -> CompletableFuture.completedFuture(
                Grant.of(Secret.of("new")).refreshToken(Secret.of("r" + refreshes.incrementAndGet())));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try (JdbcStore third = JdbcStore.open(URL)) {
            store.tokens(KEY, new SecureRandom())
                    .save("a", Grant.of(Secret.of("old")).refreshToken(Secret.of("r0")));
            List<Future<AccessToken>> asking = Stream.of(store, another, third)
                    .map(each -> RenewingTokens.builder(each.tokens(KEY, new SecureRandom()), "a", renewal)
                            .build())
                    .map(tokens -> threads.submit(() -> tokens.token(Optional.of(AccessToken.of(Secret.of("old"))))
                            .get()))
                    .toList();
            for (Future<AccessToken> each : asking) {
                assertThat(each.get().value().reveal()).isEqualTo("new");
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(refreshes).hasValue(1);
    }
}
