package dev.membersync.client.internal;

import java.util.concurrent.CompletionException;

/** What a future failed of, without the wrapping that a stage in between adds. */
public final class Futures {

    private Futures() {}

    /** The failure itself. */
    public static Throwable reason(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
