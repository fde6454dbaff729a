package dev.membersync.client.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

final class SystemTime implements Time {
    static final SystemTime INSTANCE = new SystemTime();

    private SystemTime() {}

    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }

    @Override
    public Cancellable after(Duration duration, Runnable task) {
        Future<?> scheduled = Scheduler.THREAD.schedule(task, duration.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    /** Holder: no thread exists before something is scheduled. */
    private static final class Scheduler {
        static final ScheduledThreadPoolExecutor THREAD = start();

        private static ScheduledThreadPoolExecutor start() {
            ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
                Thread thread = new Thread(task, "membersync-time");
                thread.setDaemon(true);
                return thread;
            });
            // Most waits are cancelled (a reply came in time): without this they would pile up until they are due.
            executor.setRemoveOnCancelPolicy(true);
            return executor;
        }
    }
}
