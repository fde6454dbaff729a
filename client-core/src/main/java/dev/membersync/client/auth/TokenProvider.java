package dev.membersync.client.auth;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Hands a token to each attempt of each call; safe for use by many threads. */
public interface TokenProvider {
    /**
     * The token to use now.
     *
     * @param rejected the token that the vendor just answered 401 for; a provider refreshes only if that is still its
     *     current one, so that many calls rejected at once cause one refresh
     * @return a future, completed already when no waiting is needed; it fails with an exception without secrets
     */
    CompletableFuture<AccessToken> token(Optional<AccessToken> rejected);

    /** Whether asking again after a 401 can give another token; without it a call is not replayed. */
    boolean refreshable();

    /** A key that never changes. */
    static TokenProvider fixed(Secret key) {
        return new FixedToken(AccessToken.of(key));
    }
}
