package dev.membersync.examples.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits until a subject that goes on working has nothing to do. */
final class Settling {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration QUIET = Duration.ofSeconds(4);

    private final Stage stage;

    Settling(Stage stage) {
        this.stage = stage;
    }

    /**
     * Waits until nothing was written for four seconds; a subject may go on polling.
     *
     * @param most gives up after that time, and what is wrong then counts as wrong
     * @param clean whether everything has to be in step too, else it is waited on
     */
    void await(Duration most, boolean clean) throws InterruptedException {
        int[] before = {-1};
        long[] changed = {System.nanoTime()};
        until(most, () -> {
            int now = stage.writes();
            if (now != before[0]) {
                before[0] = now;
                changed[0] = System.nanoTime();
                return false;
            }
            return System.nanoTime() - changed[0] > QUIET.toNanos()
                    && (!clean || stage.judge().clean());
        });
    }

    /** Waits until this holds; gives up after that time. */
    static void until(Duration most, BooleanSupplier holds) throws InterruptedException {
        long began = System.nanoTime();
        while (!holds.getAsBoolean() && System.nanoTime() - began < most.toNanos()) {
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        }
    }
}
