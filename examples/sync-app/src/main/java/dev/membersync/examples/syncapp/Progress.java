package dev.membersync.examples.syncapp;

import dev.membersync.client.time.Time;
import dev.membersync.sync.PlannedOperation;
import dev.membersync.sync.SyncListener;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells people how far a run is: the first page of each list, and then a line every two seconds. Thread-safe. */
final class Progress implements SyncListener {
    private static final long EVERY = Duration.ofSeconds(2).toNanos();

    private final Console console;
    private final Time time;
    private final Map<String, Long> read = new LinkedHashMap<>();
    private long made;
    private long last;

    Progress(Console console, Time time) {
        this.console = console;
        this.time = time;
        this.last = time.nanos();
    }

    @Override
    public synchronized void page(String side, int number, int rows) {
        read.merge(side, (long) rows, Long::sum);
        tell();
    }

    @Override
    public void starting(long mails) {
        if (mails > 0) {
            console.line("  Accelevents will now mail up to " + mails + " people");
        }
    }

    @Override
    public synchronized void done(PlannedOperation operation) {
        made++;
        tell();
    }

    private void tell() {
        if (time.nanos() - last >= EVERY) {
            last = time.nanos();
            console.line("  ... read " + read + (made == 0 ? "" : ", " + made + " operations made"));
        }
    }
}
