package dev.membersync.memberships.internal;

import java.util.concurrent.CompletionException;

/** What a future failed of, without the wrapping that a stage in between adds. */
final class Futures {

    private Futures() {}

    static Throwable reason(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
