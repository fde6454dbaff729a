package dev.membersync.sync;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes the one who tends, and of those who work one after the other: whoever finds work wakes the next before he begins,
 * so that work for one does not have all of them look into the store. Thread-safe.
 */
final class Bell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition tender = lock.newCondition();
    private final Condition workers = lock.newCondition();
    private long rings;

    long rings() {
        lock.lock();
        try {
            return rings;
        } finally {
            lock.unlock();
        }
    }

    /** There may be something to do. */
    void ring() {
        lock.lock();
        try {
            rings++;
            tender.signalAll();
            workers.signal();
        } finally {
            lock.unlock();
        }
    }

    /** A worker found something, so there may be more. */
    void more() {
        lock.lock();
        try {
            rings++;
            workers.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Wakes everybody. */
    void ringForAll() {
        lock.lock();
        try {
            rings++;
            tender.signalAll();
            workers.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The one who tends waits until it has rung since. */
    void awaitTending(long since) throws InterruptedException {
        await(tender, since);
    }

    /** One who works waits until it has rung for him since. */
    void awaitWork(long since) throws InterruptedException {
        await(workers, since);
    }

    /** How many workers wait. */
    int waiting() {
        lock.lock();
        try {
            return lock.getWaitQueueLength(workers);
        } finally {
            lock.unlock();
        }
    }

    private void await(Condition condition, long since) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (rings == since) {
                condition.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
