package dev.membersync.client.internal;

import dev.membersync.client.auth.AccessToken;
import dev.membersync.client.auth.TokenProvider;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Gives its token whenever the test completes it. */
record Late(CompletableFuture<AccessToken> token) implements TokenProvider {
    @Override
    public CompletableFuture<AccessToken> token(Optional<AccessToken> rejected) {
        return token;
    }

    @Override
    public boolean refreshable() {
        return true;
    }
}
