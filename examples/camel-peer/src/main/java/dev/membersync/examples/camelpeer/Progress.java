package dev.membersync.examples.camelpeer;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what was done, for people. Thread-safe. */
final class Progress {
    private static final long EVERY = 1_000;

    private final PrintStream out;
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong created = new AtomicLong();
    private final AtomicLong updated = new AtomicLong();
    private final AtomicLong dead = new AtomicLong();

    Progress(PrintStream out) {
        this.out = out;
    }

    void seen() {
        if (seen.incrementAndGet() % EVERY == 0) {
            print();
        }
    }

    void created() {
        created.incrementAndGet();
    }

    void updated() {
        updated.incrementAndGet();
    }

    void dead() {
        dead.incrementAndGet();
    }

    void print() {
        out.println(seen + " members seen, " + created + " attendees created, " + updated + " updated, " + dead
                + " dead letters");
    }
}
