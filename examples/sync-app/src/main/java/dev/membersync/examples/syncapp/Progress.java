package dev.membersync.examples.syncapp;

import dev.membersync.client.time.Time;
import dev.membersync.sync.PlannedOperation;
import dev.membersync.sync.SyncListener;
import dev.membersync.sync.intake.LiveEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells people how far a run is: the first page of each list, and then a line every two seconds. Thread-safe. */
final class Progress implements SyncListener {
    private static final long EVERY = Duration.ofSeconds(2).toNanos();

    private final Console console;
    private final Time time;
    private final LiveNews news;
    private final Map<String, Long> read = new LinkedHashMap<>();
    private long made;
    private long last;

    Progress(Console console, Time time) {
        this.console = console;
        this.time = time;
        this.last = time.nanos();
        this.news = new LiveNews(console, time);
    }

    @Override
    public void live(LiveEvent event) {
        news.tell(event);
    }

    @Override
    public synchronized void page(String side, int number, int rows) {
        read.merge(side, (long) rows, Long::sum);
        tell();
    }

    @Override
    public void starting(long mails) {
        if (mails > 0) {
            console.line("  Accelevents will now mail up to " + Plural.of(mails, "{person|people}"));
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
            String rows = read.entrySet().stream()
                    .map(side -> side.getValue() + " " + side.getKey())
                    .collect(Collectors.joining(", "));
            console.line(
                    "  ... read " + rows + (made == 0 ? "" : "; " + Plural.of(made, "{operation|operations} made")));
        }
    }
}
