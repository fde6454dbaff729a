package dev.membersync.client.time;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The only source of time: the wall clock for what is stored or shown, monotonic nanoseconds for deadlines, permits and
 * leases, and waiting. Implementations are safe for use by many threads.
 */
public interface Time extends InstantSource {
    /** Monotonic nanoseconds from an arbitrary origin; only differences have a meaning. */
    long nanos();

    /**
     * Waits on the calling thread.
     *
     * @throws InterruptedException when the thread is or gets interrupted; the flag is cleared, as in {@link Thread}
     */
    void sleep(Duration duration) throws InterruptedException;

    /** Runs a short, non-blocking task once after the duration, on a thread of this time. */
    Cancellable after(Duration duration, Runnable task);

    /** The real time of this machine; scheduled tasks share one daemon thread, started with the first of them. */
    static Time system() {
        return SystemTime.INSTANCE;
    }
}
