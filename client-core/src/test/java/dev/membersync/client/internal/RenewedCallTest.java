package dev.membersync.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.membersync.client.auth.Grant;
import dev.membersync.client.auth.RenewingTokens;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.auth.TokenStore;
import dev.membersync.client.auth.TokenStoreException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.AuthException.Reason;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.Problem;
import dev.membersync.client.error.ServerException;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.error.TransportException.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Calls whose tokens are renewed, from the 401 to the replay. */
class RenewedCallTest {
    private final Fixture fixture = new Fixture();
    private final List<Optional<Grant>> renewed = new ArrayList<>();
    private final TokenStore store = TokenStore.inMemory();
    private final TokenProvider tokens = RenewingTokens.builder(store, "k", this::renew)
            .time(fixture.time)
            .executor(Runnable::run)
            .build();

    @Test
    void a401IsRenewedOnceReplayedOnceAndSucceeds() {
        store.save("k", Grant.of(Secret.of("old")));
        Permits permits = new Permits(Duration.ZERO);
        fixture.script.reply(401, "").reply(200, "{\"name\":\"Ann\"}");
        assertThat(Fixture.get(fixture.client().tokens(tokens).budget(permits)).execute())
                .isEqualTo("Ann");
        assertThat(sentTokens()).containsExactly("Bearer old", "Bearer new-1");
        assertThat(renewed).hasSize(1);
        assertThat(permits.taken).isEqualTo(2);
    }

    @Test
    void aSecond401IsTheEndAndNotALoop() {
        store.save("k", Grant.of(Secret.of("old")));
        fixture.script.reply(401, "").reply(401, "");
        assertThatThrownBy(() -> Fixture.get(fixture.client().tokens(tokens)).execute())
                .isInstanceOf(AuthException.class);
        assertThat(renewed).hasSize(1);
    }

    @Test
    void aRefusedRenewalIsToldWithItsReason() {
        AuthException failure =
                failing(AuthException.class, new AuthException(Problem.of("no", "x"), Reason.RECONNECT_NEEDED, null));
        assertThat(failure.reason()).isEqualTo(Reason.RECONNECT_NEEDED);
        assertThat(failure).hasMessageContaining("things.add");
    }

    @Test
    void aTokenWhoseOutcomeIsUnknownIsACallThatWasNotSent() {
        assertThat(failing(TransportException.class, TransportException.outcomeUnknown("lost", null))
                        .outcome())
                .isEqualTo(Outcome.NOT_SENT);
        assertThat(failing(
                                TransportException.class,
                                new ServerException(Problem.of("down", "x"), Optional.empty(), null))
                        .outcome())
                .isEqualTo(Outcome.NOT_SENT);
    }

    @Test
    void aTokenEndpointThatIsNotFoundIsNoMissingRecord() {
        assertThat(failing(AuthException.class, new NotFoundException(Problem.of("gone", "x"), null)))
                .hasMessageContaining("nothing was sent");
    }

    @Test
    void aStoreThatFailsSaysWhatToDo() {
        assertThat(failing(AuthException.class, new TokenStoreException("run: chmod 600 file", null)))
                .hasMessageContaining("run: chmod 600 file")
                .hasCauseInstanceOf(TokenStoreException.class);
    }

    private <E extends Throwable> E failing(Class<E> type, RuntimeException failure) {
        TokenProvider broken = new Late(CompletableFuture.failedFuture(failure));
        E told = catchThrowableOfType(
                type, () -> Fixture.post(fixture.client().tokens(broken)).execute());
        assertThat(fixture.script.requests()).isEmpty();
        return told;
    }

    private CompletableFuture<Grant> renew(Optional<Grant> current) {
        renewed.add(current);
        return CompletableFuture.completedFuture(Grant.of(Secret.of("new-" + renewed.size())));
    }

    private List<String> sentTokens() {
        return fixture.script.requests().stream()
                .map(request -> request.secrets().get("Authorization"))
                .map(secret -> secret == null ? "none" : secret.reveal())
                .toList();
    }
}
