package dev.membersync.examples.syncapp;

import dev.membersync.client.time.Time;
import dev.membersync.sync.LiveSync;
import dev.membersync.sync.config.Tenant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The daily reports of a live run, with a thread of their own. */
final class NightWatch implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final ExecutorService executor = Executors.newSingleThreadExecutor(NightWatch::thread);
    private List<Nightly> reports = List.of();

    /** Waits for the time of each report from now on; once. */
    void begin(Tenant tenant, LiveSync live, Console console, Time time) {
        reports = Nightly.start(tenant, live, console, time, executor);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "nightly");
        thread.setDaemon(true);
        return thread;
    }

    /** A report that is being written is finished. */
    @Override
    public void close() {
        reports.forEach(Nightly::close);
        executor.shutdown();
        try {
            var unused = executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
