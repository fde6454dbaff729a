package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.auth.AccessToken;
import dev.membersync.client.auth.Grant;
import dev.membersync.client.auth.RenewingTokens;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.auth.StoredGrant;
import dev.membersync.client.auth.TokenStore;
import dev.membersync.client.auth.TokenStoreException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What tokens in a database promise. */
interface TokenStoreContract {
    StoreKey KEY = StoreKey.random(new SplittableRandom(1));
    Grant GRANT = Grant.of(Secret.of("canary-access"))
            .refreshToken(Secret.of("canary-refresh"))
            .expiresAt(Instant.parse("2026-01-01T00:00:00.123456789Z"))
            .scopes(Set.of("users.readonly"))
            .facts(Map.of("locationId", "loc-1"));

    /** The store whose tokens are tested. */
    JdbcStore store();

    /** The same as another process sees it, where there can be one. */
    JdbcStore another();

    /** The raw content of the tokens. */
    String raw();

    /** Runs a statement on the tokens beside the store. */
    void tamper(String sql);

    private static TokenStore tokens(JdbcStore store) {
        return store.tokens(KEY, new SecureRandom());
    }

    @Test
    default void whatIsSavedIsReadByTheNextOne() {
        StoredGrant stored = new StoredGrant(GRANT, Optional.of(Instant.parse("2026-01-01T00:00:01Z")));
        tokens(store()).save("a", stored);

        assertThat(tokens(another()).find("a")).contains(stored);
        assertThat(tokens(another()).find("b")).isEmpty();
    }

    @Test
    default void nothingThatIsSecretIsToBeSeen() {
        tokens(store()).save("a", GRANT);

        assertThat(raw()).doesNotContain("canary", "loc-1", "users");
    }

    @Test
    default void twoSavesOfOneGrantLookDifferent() {
        tokens(store()).save("a", GRANT);
        String before = raw();
        tokens(store()).save("a", GRANT);

        assertThat(raw()).isNotEqualTo(before);
    }

    @Test
    default void anotherKeyIsNoticedAndSaidSo() {
        tokens(store()).save("a", GRANT);
        TokenStore other = store().tokens(StoreKey.random(new SplittableRandom(2)), new SecureRandom());

        assertThatThrownBy(() -> other.find("a"))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("connect the account again")
                .hasMessageNotContaining("canary");
        other.save("a", GRANT);
        assertThat(other.find("a")).isPresent();
    }

    @Test
    default void rowsThatWereSwappedOrCutAreNoticed() {
        tokens(store()).save("a", GRANT);
        tokens(store()).save("b", Grant.of(Secret.of("other")));
        tamper("UPDATE sync_token SET sealed=(SELECT sealed FROM sync_token WHERE name='b') WHERE name='a'");

        assertThatThrownBy(() -> tokens(store()).find("a"))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("connect the account again");
        tamper("UPDATE sync_token SET sealed=SUBSTR(sealed, 1, 40) WHERE name='b'");
        assertThatThrownBy(() -> tokens(store()).find("b")).isInstanceOf(TokenStoreException.class);
    }

    @Test
    default void leaseHasOneHolder() {
        TokenStore.Lease lease = tokens(store()).tryLease("a", Duration.ZERO).orElseThrow();

        assertThat(tokens(another()).tryLease("a", Duration.ZERO)).isEmpty();
        assertThat(tokens(store()).tryLease("a", Duration.ZERO)).isEmpty();
        assertThat(tokens(another()).tryLease("b", Duration.ZERO)).isPresent();
        assertThat(tokens(store()).find("a")).isEmpty();
        lease.close();
        assertThat(tokens(another()).tryLease("a", Duration.ZERO)).isPresent();
    }

    @Test
    default void leaseDoesNotOverwriteWhatWasConnectedMeanwhile() {
        TokenStore.Lease lease = tokens(store()).tryLease("a", Duration.ZERO).orElseThrow();
        tokens(another()).save("a", GRANT);

        assertThatThrownBy(() -> lease.save(StoredGrant.of(Grant.of(Secret.of("older")))))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("read it again");
        assertThat(tokens(store()).find("a")).contains(StoredGrant.of(GRANT));
    }

    @Test
    default void tokensAreSavedWhileAPlanIsMade() {
        try (SyncStore overlay = store().overlay()) {
            overlay.inTransaction(StoreContract.SPRING, tx -> {
                tx.meta().put("fact", "planned");
                return true;
            });
            tokens(store()).save("a", GRANT);
        }

        assertThat(tokens(store()).find("a")).isPresent();
    }

    @Test
    default void closedStoreGivesNoTokens() {
        TokenStore tokens = tokens(store());
        store().close();

        assertThatThrownBy(() -> tokens.find("a"))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("closed");
    }

    /** A vendor that takes each refresh token once and never again: whoever sends a spent one has lost the account. */
    @Test
    default void manyWhoRenewARotatingRefreshTokenNeverLoseIt() throws Exception {
        int rounds = 10;
        AtomicInteger valid = new AtomicInteger();
        List<RenewingTokens> all = new ArrayList<>();
        for (JdbcStore each : List.of(store(), another(), store(), another())) {
            all.add(RenewingTokens.builder(tokens(each), "a", current -> rotate(current, valid))
                    .build());
        }
        tokens(store()).save("a", Grant.of(Secret.of("access-0")).refreshToken(Secret.of("0")));
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            for (int round = 0; round < rounds; round++) {
                AccessToken rejected = AccessToken.of(Secret.of("access-" + round));
                List<Future<AccessToken>> asking = new ArrayList<>();
                for (RenewingTokens each : all) {
                    asking.add(threads.submit(
                            () -> each.token(Optional.of(rejected)).get()));
                }
                for (Future<AccessToken> each : asking) {
                    assertThat(each.get().value().reveal()).isEqualTo("access-" + (round + 1));
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(valid).hasValue(rounds);
    }

    private static CompletableFuture<Grant> rotate(Optional<Grant> current, AtomicInteger valid) {
        int sent = Integer.parseInt(
                current.flatMap(Grant::refreshToken).orElseThrow().reveal());
        if (!valid.compareAndSet(sent, sent + 1)) {
            return CompletableFuture.failedFuture(new AssertionError("refresh token " + sent + " was spent"));
        }
        return CompletableFuture.completedFuture(
                Grant.of(Secret.of("access-" + (sent + 1))).refreshToken(Secret.of(Integer.toString(sent + 1))));
    }
}
