package dev.membersync.client.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A token endpoint in memory: hands out access-1, access-2, ... for an hour each, and answers what a test queues first. */
final class Vendor implements Renewal {
    static final String KEY = "location-1";

    final ManualTime time = ManualTime.create();
    final List<Optional<Grant>> asked = new ArrayList<>();
    final ArrayDeque<CompletableFuture<Grant>> answers = new ArrayDeque<>();
    private int granted;

    @Override
    public synchronized CompletableFuture<Grant> renew(Optional<Grant> current) {
        asked.add(current);
        return answers.isEmpty() ? CompletableFuture.completedFuture(next()) : answers.remove();
    }

    synchronized Grant next() {
        granted++;
        return Grant.of(Secret.of("access-" + granted))
                .refreshToken(Secret.of("refresh-" + granted))
                .expiresAt(time.instant().plus(Duration.ofHours(1)));
    }

    void fail(RuntimeException failure) {
        answers.add(CompletableFuture.failedFuture(failure));
    }

    /** Everything on the calling thread. */
    RenewingTokensBuilder tokens(TokenStore store) {
        return RenewingTokens.builder(store, KEY, this).time(time).executor(Runnable::run);
    }

    /** A store that holds a first grant, of which an hour is left. */
    TokenStore connected() {
        TokenStore store = TokenStore.inMemory();
        store.save(KEY, next());
        return store;
    }

    static String ask(RenewingTokens tokens) {
        return now(tokens.token(Optional.empty())).value().reveal();
    }

    static String askAfter(RenewingTokens tokens, String rejected) {
        return now(tokens.token(Optional.of(AccessToken.of(Secret.of(rejected)))))
                .value()
                .reveal();
    }

    /** What is there without waiting: time stands still here, so a wait would be one for ever. */
    static <T> T now(CompletableFuture<T> answer) {
        assertThat(answer).as("an answer without waiting").isDone();
        return answer.join();
    }

    static Optional<Grant> stored(TokenStore store) {
        return store.find(KEY).map(StoredGrant::grant);
    }
}
