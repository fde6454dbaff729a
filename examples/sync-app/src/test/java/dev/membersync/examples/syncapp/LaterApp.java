package dev.membersync.examples.syncapp;

import dev.membersync.client.time.Cancellable;
import dev.membersync.client.time.Time;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The application on a machine whose clock is ahead, as if so much time had passed since it last ran. */
final class LaterApp {
    /** The property that says how far. */
    static final String AHEAD = "membersync.ahead";

    private LaterApp() {}

    /**
     * A clock that is ahead of another one.
     *
     * @param time the other one
     * @param ahead how far
     */
    private record Ahead(Time time, Duration ahead) implements Time {
        @Override
        public Instant instant() {
            return time.instant().plus(ahead);
        }

        @Override
        public long nanos() {
            return time.nanos();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            time.sleep(duration);
        }

        @Override
        public Cancellable after(Duration duration, Runnable task) {
            return time.after(duration, task);
        }
    }

    public static void main(String[] args) {
        Time time = new Ahead(Time.system(), Duration.parse(System.getProperty(AHEAD)));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(SyncApp.run(List.of(args), new Surroundings(System.in, out, err, System.getenv(), time)));
    }
}
