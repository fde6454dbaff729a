package dev.membersync.examples.syncapp;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Keeps a command in the foreground. */
final class Hold {
    private static final Duration AT_ONCE = Duration.ofMillis(200);

    private Hold() {}

    /**
     * Waits for the end of standard input or a signal; where there is no input from the start, as behind {@code &}, for a
     * signal alone.
     */
    static void untilEnd(Surroundings surroundings) {
        CountDownLatch end = new CountDownLatch(1);
        Thread signal = new Thread(new Goodbye(end, Thread.currentThread()), "goodbye");
        Thread reader = new Thread(() -> read(surroundings, end), "standard-input");
        reader.setDaemon(true);
        reader.start();
        Runtime.getRuntime().addShutdownHook(signal);
        try {
            end.await();
            // Refused once the machine is going down, and then the hook waits for this thread.
            Runtime.getRuntime().removeShutdownHook(signal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException goingDown) {
            return;
        }
    }

    private static void read(Surroundings surroundings, CountDownLatch end) {
        long began = surroundings.time().nanos();
        boolean any = false;
        try {
            InputStream in = surroundings.in();
            while (in.read() >= 0) {
                any = true;
            }
        } catch (IOException e) {
            return;
        }
        if (any || surroundings.time().nanos() - began >= AT_ONCE.toNanos()) {
            end.countDown();
        }
    }

    /** The machine ends when all its hooks have ended, so this one waits for the command. */
    private record Goodbye(CountDownLatch end, Thread command) implements Runnable {
        private static final long PATIENCE = Duration.ofSeconds(40).toMillis();

        @Override
        public void run() {
            end.countDown();
            try {
                command.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
