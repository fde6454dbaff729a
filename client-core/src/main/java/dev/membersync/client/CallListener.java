package dev.membersync.client;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Watches calls, for metrics and counting. Called on the thread that works on the call, so it must be quick; what it
 * throws is logged and ignored.
 */
public interface CallListener {
    /** Listens to nothing. */
    CallListener NONE = new CallListener() {};

    /** A request was sent and ended: with a reply's status, or without a usable reply. */
    default void attempted(Operation operation, int attempt, OptionalInt status, Duration took) {}

    /** A call waits for the rate budget. */
    default void waiting(Operation operation, Duration wait) {}

    /** A call will be tried again. */
    default void retrying(Operation operation, int attempt, Duration wait, RuntimeException failure) {}

    /** A call ended: after so many requests, with a failure or without. */
    default void done(Operation operation, int attempts, Optional<RuntimeException> failure) {}
}
