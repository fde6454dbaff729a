package dev.membersync.examples.syncapp;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a command in the foreground until standard input ends or a signal comes, and keeps the machine up until the command
 * has ended: closed when everything is done and said.
 */
final class Hold implements AutoCloseable {
    private static final Duration AT_ONCE = Duration.ofMillis(200);
    private static final long PATIENCE_SECONDS = 40;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread signal = new Thread(this::goodbye, "goodbye");

    private Hold() {}

    static Hold open(Surroundings surroundings) {
        Hold hold = new Hold();
        Runtime.getRuntime().addShutdownHook(hold.signal);
        Thread reader = new Thread(() -> hold.read(surroundings), "standard-input");
        reader.setDaemon(true);
        reader.start();
        return hold;
    }

    /** Waits for the end of standard input or for a signal. */
    void untilEnd() {
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(signal);
        } catch (IllegalStateException goingDown) {
            // It runs already, and ends now.
        }
    }

    /** Where there is no input from the start, as behind {@code &}, its end means nothing. */
    private void read(Surroundings surroundings) {
        long began = surroundings.time().nanos();
        boolean any = false;
        try {
            InputStream in = surroundings.in();
            while (in.read() >= 0) {
                any = true;
            }
        } catch (IOException e) {
            any = true;
        }
        if (any || surroundings.time().nanos() - began >= AT_ONCE.toNanos()) {
            asked.countDown();
        }
    }

    private void goodbye() {
        asked.countDown();
        try {
            var unused = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
