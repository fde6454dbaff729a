package dev.membersync.sync.cluster;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A shift of this node until it is told to end; the first reason counts. Thread-safe. */
final class Duty {
    private final String tenant;
    private final AtomicReference<@Nullable Ending> why = new AtomicReference<>();
    private final CountDownLatch over = new CountDownLatch(1);

    Duty(String tenant) {
        this.tenant = tenant;
    }

    String tenant() {
        return tenant;
    }

    void end(Ending reason) {
        why.compareAndSet(null, reason);
        over.countDown();
    }

    boolean isEnding() {
        return why.get() != null;
    }

    /** Why it has to end; closed, when nothing else was said. */
    Ending reason() {
        Ending reason = why.get();
        return reason == null ? Ending.CLOSED : reason;
    }

    /** Waits until it has to end. */
    void await() {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
