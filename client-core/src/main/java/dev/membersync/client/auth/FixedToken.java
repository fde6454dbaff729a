package dev.membersync.client.auth;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

final class FixedToken implements TokenProvider {
    private final CompletableFuture<AccessToken> token;

    FixedToken(AccessToken token) {
        this.token = CompletableFuture.completedFuture(token);
    }

    @Override
    public CompletableFuture<AccessToken> token(Optional<AccessToken> rejected) {
        return token;
    }

    @Override
    public boolean refreshable() {
        return false;
    }
}
