package dev.membersync.sync.engine;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Stops a run once, for the first reason given. Thread-safe. */
final class Halt {
    private final AtomicReference<@Nullable RuntimeException> reason = new AtomicReference<>();

    void because(RuntimeException cause) {
        reason.compareAndSet(null, cause);
    }

    boolean isCalled() {
        return reason.get() != null;
    }

    Optional<RuntimeException> reason() {
        return Optional.ofNullable(reason.get());
    }

    void throwIfCalled() {
        RuntimeException cause = reason.get();
        if (cause != null) {
            throw cause;
        }
    }
}
