package dev.membersync.examples.benchmarks.load;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Does things at their time. What fails is kept for the one who measures. Thread-safe. */
final class Timetable implements AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    /** Does this so many nanoseconds from now. */
    void after(long nanos, Runnable work) {
        Future<?> unused = timer.schedule(() -> guarded(work), nanos, TimeUnit.NANOSECONDS);
    }

    /** Does this so many milliseconds from now. */
    void afterMillis(long millis, Runnable work) {
        after(TimeUnit.MILLISECONDS.toNanos(millis), work);
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    /** Throws what went wrong first, if anything did. */
    void check() {
        RuntimeException first = failure.get();
        if (first != null) {
            throw new IllegalStateException("the workload itself went wrong", first);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
