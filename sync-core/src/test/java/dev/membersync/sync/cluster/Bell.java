package dev.membersync.sync.cluster;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets a test wait until something has become true, which is looked at with each ring and a few times in a second. */
final class Bell {
    private static final int PATIENCE_SECONDS = 60;
    private static final int LOOKS_IN_A_SECOND = 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();

    void ring() {
        lock.lock();
        try {
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** @return whether it became true */
    boolean until(BooleanSupplier fact) throws InterruptedException {
        for (int look = 0; look < PATIENCE_SECONDS * LOOKS_IN_A_SECOND; look++) {
            if (fact.getAsBoolean()) {
                return true;
            }
            lock.lock();
            try {
                var unused = rung.await(1000 / LOOKS_IN_A_SECOND, TimeUnit.MILLISECONDS);
            } finally {
                lock.unlock();
            }
        }
        return fact.getAsBoolean();
    }
}
