package dev.membersync.client.internal;

import dev.membersync.client.CallListener;
import dev.membersync.client.Operation;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a listener throws away from the call it watches. */
final class QuietListener implements CallListener {
    private static final Logger LOG = LoggerFactory.getLogger(QuietListener.class);

    private final CallListener listener;

    QuietListener(CallListener listener) {
        this.listener = listener;
    }

    @Override
    public void attempted(Operation operation, int attempt, OptionalInt status, Duration took) {
        quietly(() -> listener.attempted(operation, attempt, status, took));
    }

    @Override
    public void waiting(Operation operation, Duration wait) {
        quietly(() -> listener.waiting(operation, wait));
    }

    @Override
    public void retrying(Operation operation, int attempt, Duration wait, RuntimeException failure) {
        quietly(() -> listener.retrying(operation, attempt, wait, failure));
    }

    @Override
    public void done(Operation operation, int attempts, Optional<RuntimeException> failure) {
        quietly(() -> listener.done(operation, attempts, failure));
    }

    private static void quietly(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException e) {
            LOG.warn("a call listener threw {}", e.getClass().getName());
        }
    }
}
