package dev.membersync.client.auth;

import static dev.membersync.client.auth.Vendor.KEY;
import static dev.membersync.client.auth.Vendor.ask;
import static dev.membersync.client.auth.Vendor.now;
import static dev.membersync.client.auth.Vendor.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.AuthException.Reason;
import dev.membersync.client.error.Problem;
import dev.membersync.client.error.ServerException;
import dev.membersync.client.error.TransportException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A refresh token that may be spent: what is sent, what is remembered, what is said. */
class LostAnswerTest {
    private final RuntimeException lost = TransportException.outcomeUnknown("lost", null);

    private final Vendor vendor = new Vendor();
    private final TokenStore store = vendor.connected();
    private final RenewingTokens tokens = vendor.tokens(store).build();

    @Test
    void aLostAnswerIsAskedForAgainAtOnceWithTheSameRefreshToken() {
        vendor.time.advance(Duration.ofHours(1));
        vendor.fail(lost);
        assertThat(ask(tokens)).isEqualTo("access-2");
        assertThat(vendor.asked).hasSize(2);
        assertThat(vendor.asked.get(1)).isEqualTo(vendor.asked.get(0));
        assertThat(store.find(KEY).orElseThrow().renewalBegun()).isEmpty();
    }

    @Test
    void anAnswerLostTwiceFailsTheCallAndTheNextOneTriesTheSameRefreshToken() {
        vendor.time.advance(Duration.ofHours(1));
        vendor.fail(lost);
        vendor.fail(new ServerException(Problem.of("down", "wait").status(503), Optional.empty(), null));
        assertThatThrownBy(() -> ask(tokens)).hasCauseInstanceOf(ServerException.class);
        assertThat(store.find(KEY).orElseThrow().renewalBegun()).isPresent();
        assertThat(ask(tokens)).isEqualTo("access-2");
        assertThat(vendor.asked).hasSize(3).containsOnly(vendor.asked.get(0));
    }

    @Test
    void anAnswerThatNeverComesIsGivenUpAndCancelled() {
        vendor.time.advance(Duration.ofHours(1));
        CompletableFuture<Grant> never = new CompletableFuture<>();
        vendor.answers.add(never);
        CompletableFuture<AccessToken> waiting = tokens.token(Optional.empty());
        vendor.time.advance(Duration.ofSeconds(60));
        assertThat(never).isCancelled();
        assertThatThrownBy(() -> now(waiting)).hasCauseInstanceOf(TransportException.class);
    }

    @Test
    void aProcessThatDiedInTheMiddleIsFollowedByOneThatAsksAgainThoughTheOldTokenIsGood() {
        store.save(KEY, new StoredGrant(stored(store).orElseThrow(), Optional.of(vendor.time.instant())));
        assertThat(ask(tokens)).isEqualTo("access-2");
        assertThat(vendor.asked).containsExactly(Optional.of(first()));
    }

    @Test
    void ifThatFailsTheOldTokenIsUsedAndTheRenewalIsTriedAgainSoon() {
        store.save(KEY, new StoredGrant(first(), Optional.of(vendor.time.instant())));
        vendor.fail(TransportException.notSent("down", null));
        assertThat(ask(tokens)).isEqualTo("access-1");
        assertThat(store.find(KEY).orElseThrow().renewalBegun()).isPresent();
        vendor.time.advance(Duration.ofSeconds(1));
        ask(tokens);
        assertThat(ask(tokens)).isEqualTo("access-2");
    }

    @Test
    void aRefusalAfterALostAnswerSaysThatAnAnswerWasLost() {
        store.save(KEY, new StoredGrant(first(), Optional.of(vendor.time.instant())));
        vendor.time.advance(Duration.ofHours(1));
        vendor.fail(new AuthException(Problem.of("no", "reconnect").status(401), null));
        assertThatThrownBy(() -> ask(tokens))
                .cause()
                .isInstanceOfSatisfying(
                        AuthException.class, e -> assertThat(e.reason()).isEqualTo(Reason.RECONNECT_NEEDED))
                .hasMessageContaining("earlier renewal, begun at 2026-01-01T00:00:00Z, was lost");
    }

    @Test
    void nothingIsSentWhenThatCannotBeWrittenDownFirst() {
        vendor.time.advance(Duration.ofHours(1));
        RenewingTokens full = vendor.tokens(new WatchedStore(store, grant -> {
                    throw new TokenStoreException("disk full", null);
                }))
                .build();
        assertThatThrownBy(() -> ask(full)).hasCauseInstanceOf(TokenStoreException.class);
        assertThat(vendor.asked).isEmpty();
        assertThat(store.tryLease(KEY, Duration.ZERO)).isPresent();
    }

    @Test
    void aPairThatCannotBeSavedIsKeptAndSavedWithTheNextCall() {
        AtomicInteger broken = new AtomicInteger(3);
        RenewingTokens shaky = vendor.tokens(breaking(broken)).build();
        vendor.time.advance(Duration.ofHours(1));
        CompletableFuture<AccessToken> waiting = shaky.token(Optional.empty());
        vendor.time.advance(Duration.ofSeconds(2));
        assertThatThrownBy(() -> now(waiting))
                .cause()
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("Do not stop this process");
        assertThat(stored(store)).contains(first());
        assertThat(ask(shaky)).isEqualTo("access-2");
        assertThat(stored(store).orElseThrow().accessToken()).isEqualTo(Secret.of("access-2"));
        assertThat(vendor.asked).hasSize(1);
    }

    @Test
    void aSaveThatFailsOnceIsTriedAgainAndNoCallNotices() {
        RenewingTokens shaky = vendor.tokens(breaking(new AtomicInteger(1))).build();
        vendor.time.advance(Duration.ofHours(1));
        CompletableFuture<AccessToken> waiting = shaky.token(Optional.empty());
        vendor.time.advance(Duration.ofSeconds(2));
        assertThat(now(waiting).value().reveal()).isEqualTo("access-2");
    }

    @Test
    void aGrantThatAPersonConnectedMeanwhileIsNotOverwritten() {
        vendor.time.advance(Duration.ofHours(1));
        CompletableFuture<Grant> answer = new CompletableFuture<>();
        vendor.answers.add(answer);
        CompletableFuture<AccessToken> waiting = tokens.token(Optional.empty());
        Grant renewed = vendor.next();
        Grant connected = vendor.next();
        store.save(KEY, connected);
        answer.complete(renewed);
        vendor.time.advance(Duration.ofSeconds(2));
        assertThat(now(waiting).value()).isEqualTo(connected.accessToken());
        assertThat(stored(store)).contains(connected);
    }

    private Grant first() {
        return Grant.of(Secret.of("access-1"))
                .refreshToken(Secret.of("refresh-1"))
                .expiresAt(java.time.Instant.parse("2026-01-01T01:00:00Z"));
    }

    /** The first saves of a new pair fail; those of what is begun do not. */
    private TokenStore breaking(AtomicInteger times) {
        return new WatchedStore(store, grant -> {
            if (grant.renewalBegun().isEmpty() && times.getAndDecrement() > 0) {
                throw new TokenStoreException("disk full", null);
            }
        });
    }
}
