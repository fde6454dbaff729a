package dev.membersync.client.internal;

import dev.membersync.client.auth.AccessToken;
import dev.membersync.client.http.Request;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * What an {@link Exchange} wants next; a driver does it, blocking or not.
 *
 * @param <T> the call's result
 */
sealed interface Step<T> {
    /** Wait, then call {@link Exchange#resumed}. */
    record Pause<T>(Duration delay) implements Step<T> {}

    /** Wait for the token, then call {@link Exchange#authorized}. */
    record Authorize<T>(CompletableFuture<AccessToken> token) implements Step<T> {}

    /** Send, then call {@link Exchange#replied} or {@link Exchange#failed}. */
    record Send<T>(Request request) implements Step<T> {}

    /** The end: a result. */
    record Return<T>(T value) implements Step<T> {}

    /** The end: a failure. */
    record Throw<T>(RuntimeException failure) implements Step<T> {}
}
