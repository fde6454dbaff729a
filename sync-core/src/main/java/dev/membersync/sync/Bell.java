package dev.membersync.sync;

/** Wakes everybody who waits. Thread-safe. */
final class Bell {
    private long rings;

    synchronized long rings() {
        return rings;
    }

    synchronized void ring() {
        rings++;
        notifyAll();
    }

    /** Waits until it has rung since. */
    synchronized void await(long since) throws InterruptedException {
        while (rings == since) {
            wait();
        }
    }
}
