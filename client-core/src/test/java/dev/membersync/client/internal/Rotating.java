package dev.membersync.client.internal;

import dev.membersync.client.auth.AccessToken;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.auth.TokenProvider;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Gives another token each time one was rejected. */
class Rotating implements TokenProvider {
    private int current;

    @Override
    public CompletableFuture<AccessToken> token(Optional<AccessToken> rejected) {
        current += rejected.isPresent() ? 1 : 0;
        return CompletableFuture.completedFuture(AccessToken.of(Secret.of("t" + current)));
    }

    @Override
    public boolean refreshable() {
        return true;
    }
}
