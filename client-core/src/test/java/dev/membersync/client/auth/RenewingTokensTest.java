package dev.membersync.client.auth;

import static dev.membersync.client.auth.Vendor.KEY;
import static dev.membersync.client.auth.Vendor.ask;
import static dev.membersync.client.auth.Vendor.askAfter;
import static dev.membersync.client.auth.Vendor.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.AuthException.Reason;
import dev.membersync.client.error.Problem;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.error.TransportException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class RenewingTokensTest {
    private final Vendor vendor = new Vendor();
    private final TokenStore store = vendor.connected();
    private final RenewingTokens tokens = vendor.tokens(store).build();

    @Test
    void aStoredTokenThatIsGoodIsUsedWithoutARenewal() {
        assertThat(ask(tokens)).isEqualTo("access-1");
        assertThat(vendor.asked).isEmpty();
    }

    @Test
    void aTokenIsKnownAtOnceWhenItIsGood() {
        ask(tokens);
        assertThat(tokens.token(Optional.empty())).isSameAs(tokens.token(Optional.empty()));
    }

    @Test
    void anExpiredTokenIsRenewedAndSaved() {
        vendor.time.advance(Duration.ofHours(1));
        assertThat(ask(tokens)).isEqualTo("access-2");
        assertThat(store.find(KEY))
                .isEqualTo(tokens.grant()
                        .thenApply(StoredGrant::of)
                        .thenApply(Optional::of)
                        .join());
    }

    @Test
    void aTokenIsRenewedAMinuteBeforeItsEnd() {
        ask(tokens);
        vendor.time.advance(Duration.ofSeconds(3539));
        ask(tokens);
        assertThat(vendor.asked).isEmpty();
        vendor.time.advance(Duration.ofSeconds(1));
        ask(tokens);
        assertThat(ask(tokens)).isEqualTo("access-2");
    }

    @Test
    void aTokenThatLivesShortlyIsNotRenewedWithEachCall() {
        store.save(
                KEY,
                Grant.of(Secret.of("short")).expiresAt(vendor.time.instant().plusSeconds(20)));
        ask(tokens);
        vendor.time.advance(Duration.ofSeconds(9));
        assertThat(ask(tokens)).isEqualTo("short");
        assertThat(vendor.asked).isEmpty();
    }

    @Test
    void aVendorThatIsDownBeforeTheEndIsAskedAgainLaterAndNoCallNotices() {
        ask(tokens);
        vendor.time.advance(Duration.ofSeconds(3541));
        vendor.fail(TransportException.notSent("down", null));
        assertThat(ask(tokens)).isEqualTo("access-1");
        assertThat(ask(tokens)).isEqualTo("access-1");
        assertThat(vendor.asked).hasSize(1);
        vendor.time.advance(Duration.ofSeconds(1));
        ask(tokens);
        assertThat(ask(tokens)).isEqualTo("access-2");
    }

    @Test
    void aRejectedTokenIsRenewedThoughItHasNotExpired() {
        ask(tokens);
        assertThat(askAfter(tokens, "access-1")).isEqualTo("access-2");
    }

    @Test
    void aRejectedTokenThatIsNoLongerTheCurrentOneRenewsNothing() {
        ask(tokens);
        assertThat(askAfter(tokens, "access-0")).isEqualTo("access-1");
        assertThat(vendor.asked).isEmpty();
    }

    @Test
    void aRejectedTokenIsNeverHandedOutAgainWhenItsRenewalFails() {
        ask(tokens);
        vendor.fail(TransportException.notSent("down", null));
        assertThatThrownBy(() -> askAfter(tokens, "access-1")).hasCauseInstanceOf(TransportException.class);
        assertThat(ask(tokens)).isEqualTo("access-2");
    }

    @Test
    void anotherProcessThatRenewedIsNoticedBeforeARenewal() {
        ask(tokens);
        RenewingTokens other = vendor.tokens(store).build();
        ask(other);
        askAfter(other, "access-1");
        assertThat(askAfter(tokens, "access-1")).isEqualTo("access-2");
        assertThat(vendor.asked).hasSize(1);
    }

    @Test
    void whileAnotherProcessRenewsThisOneWaitsAndTakesWhatItGot() {
        vendor.time.advance(Duration.ofHours(1));
        TokenStore.Lease others = store.tryLease(KEY, Duration.ofMinutes(1)).orElseThrow();
        CompletableFuture<AccessToken> waiting = tokens.token(Optional.empty());
        vendor.time.advance(Duration.ofSeconds(1));
        assertThat(waiting).isNotDone();
        others.save(StoredGrant.of(vendor.next()));
        others.close();
        vendor.time.advance(Duration.ofSeconds(1));
        assertThat(now(waiting).value().reveal()).isEqualTo("access-2");
        assertThat(vendor.asked).isEmpty();
    }

    @Test
    void aLeaseThatIsNeverGivenBackEndsTheWaiting() {
        vendor.time.advance(Duration.ofHours(1));
        assertThat(store.tryLease(KEY, Duration.ofMinutes(1))).isPresent();
        CompletableFuture<AccessToken> waiting = tokens.token(Optional.empty());
        vendor.time.advance(Duration.ofMinutes(4));
        assertThatThrownBy(() -> now(waiting)).hasMessageContaining("another process");
    }

    @Test
    void aRefusalIsAReconnectThatIsNotAskedForAgainForSomeSeconds() {
        vendor.time.advance(Duration.ofHours(1));
        vendor.fail(refused());
        assertThatThrownBy(() -> ask(tokens))
                .cause()
                .isInstanceOfSatisfying(
                        AuthException.class, e -> assertThat(e.reason()).isEqualTo(Reason.RECONNECT_NEEDED))
                .hasMessageContaining("connect the account again")
                .hasMessageNotContaining("lost");
        assertThatThrownBy(() -> ask(tokens)).hasCauseInstanceOf(AuthException.class);
        assertThat(vendor.asked).hasSize(1);
        vendor.time.advance(Duration.ofSeconds(10));
        assertThat(ask(tokens)).isEqualTo("access-2");
    }

    @Test
    void aRefusalLeavesNoTraceOfALostAnswer() {
        vendor.time.advance(Duration.ofHours(1));
        vendor.fail(refused());
        assertThatThrownBy(() -> ask(tokens)).isNotNull();
        assertThat(store.find(KEY).orElseThrow().renewalBegun()).isEmpty();
    }

    @Test
    void aRefusalBecauseSomebodyElseWonIsNoFailure() {
        vendor.time.advance(Duration.ofHours(1));
        CompletableFuture<Grant> answer = new CompletableFuture<>();
        vendor.answers.add(answer);
        CompletableFuture<AccessToken> waiting = tokens.token(Optional.empty());
        store.save(KEY, vendor.next());
        answer.completeExceptionally(refused());
        assertThat(now(waiting).value().reveal()).isEqualTo("access-2");
    }

    @Test
    void aMissingRightIsToldAsItIs() {
        vendor.time.advance(Duration.ofHours(1));
        vendor.fail(new AuthException(Problem.of("no", "oauth.write missing").status(401), Reason.SCOPE_MISSING, null));
        assertThatThrownBy(() -> ask(tokens))
                .cause()
                .isInstanceOfSatisfying(
                        AuthException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SCOPE_MISSING))
                .hasMessageContaining("oauth.write missing");
    }

    @Test
    void aRefusalThatNoVendorGaveIsToldAsItIs() {
        vendor.time.advance(Duration.ofHours(1));
        vendor.fail(new AuthException(Problem.of("the disk is full", "make room"), null));
        assertThatThrownBy(() -> ask(tokens))
                .hasMessageContaining("make room")
                .hasMessageNotContaining("the vendor refused");
    }

    @Test
    void twoWhoNoticeTheEndAtOnceShareOneRenewal() {
        vendor.time.advance(Duration.ofHours(1));
        CompletableFuture<Grant> answer = new CompletableFuture<>();
        vendor.answers.add(answer);
        CompletableFuture<AccessToken> first = tokens.token(Optional.empty());
        CompletableFuture<AccessToken> second = tokens.token(Optional.empty());
        assertThat(vendor.time.waiting()).as("one limit, and nobody who polls").isEqualTo(1);
        answer.complete(vendor.next());
        assertThat(now(first)).isSameAs(now(second));
    }

    @Test
    void aRequestThatIsRejectedIsAnAuthExceptionNotARejectedRecord() {
        vendor.time.advance(Duration.ofHours(1));
        vendor.fail(new RejectedException(Problem.of("bad", "correct it").status(422), null));
        assertThatThrownBy(() -> ask(tokens))
                .cause()
                .isInstanceOfSatisfying(
                        AuthException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED));
    }

    @Test
    void aVendorThatDoesNotRotateKeepsItsRefreshTokenItsScopesAndItsFacts() {
        Grant first = Grant.of(Secret.of("a"))
                .refreshToken(Secret.of("r"))
                .scopes(Set.of("users.readonly"))
                .facts(Map.of("locationId", "loc"))
                .expiresAt(vendor.time.instant());
        store.save(KEY, first);
        vendor.answers.add(CompletableFuture.completedFuture(Grant.of(Secret.of("b"))));
        Grant next = now(tokens.grant());
        assertThat(next.refreshToken()).contains(Secret.of("r"));
        assertThat(next.scopes()).containsExactly("users.readonly");
        assertThat(next.facts()).containsEntry("locationId", "loc");
    }

    @Test
    void withoutAStoredGrantTheRenewalIsAskedForAFirstOne() {
        RenewingTokens fresh = vendor.tokens(TokenStore.inMemory()).build();
        assertThat(ask(fresh)).isEqualTo("access-2");
        assertThat(vendor.asked).containsExactly(Optional.empty());
    }

    @Test
    void oneWhoStopsWaitingDoesNotStopTheRenewal() {
        vendor.time.advance(Duration.ofHours(1));
        CompletableFuture<Grant> answer = new CompletableFuture<>();
        vendor.answers.add(answer);
        CompletableFuture<AccessToken> first = tokens.token(Optional.empty());
        CompletableFuture<AccessToken> second = tokens.token(Optional.empty());
        first.cancel(true);
        answer.complete(vendor.next());
        assertThat(now(second).value().reveal()).isEqualTo("access-2");
        assertThat(answer).isNotCancelled();
    }

    @Test
    void nobodyGetsATokenBeforeItIsSaved() {
        vendor.time.advance(Duration.ofHours(1));
        StringBuilder order = new StringBuilder();
        TokenStore watched = new WatchedStore(
                store, grant -> order.append(grant.renewalBegun().isPresent() ? "begun " : "saved "));
        CompletableFuture<Grant> answer = new CompletableFuture<>();
        vendor.answers.add(answer);
        CompletableFuture<Void> released =
                vendor.tokens(watched).build().token(Optional.empty()).thenRun(() -> order.append("released"));
        answer.complete(vendor.next());
        assertThat(released).isCompleted();
        assertThat(order.toString()).isEqualTo("begun saved released");
    }

    @Test
    void aRenewalThatThrowsEndsTheWaiting() {
        RenewingTokens broken = RenewingTokens.builder(TokenStore.inMemory(), KEY, current -> {
                    throw new IllegalStateException("no");
                })
                .time(vendor.time)
                .executor(Runnable::run)
                .build();
        assertThatThrownBy(() -> ask(broken)).isInstanceOf(CompletionException.class);
    }

    private static AuthException refused() {
        return new AuthException(Problem.of("no", "reconnect").status(401), null);
    }
}
