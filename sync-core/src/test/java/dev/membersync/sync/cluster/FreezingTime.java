package dev.membersync.sync.cluster;

import dev.membersync.client.time.Cancellable;
import dev.membersync.client.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The machine's time, which stops the threads by which a node shows that it lives whenever they ask for it. */
final class FreezingTime implements Time {
    private volatile @Nullable CountDownLatch frozen;

    void freeze() {
        frozen = new CountDownLatch(1);
    }

    void thaw() {
        CountDownLatch gate = frozen;
        frozen = null;
        if (gate != null) {
            gate.countDown();
        }
    }

    private void pass() {
        CountDownLatch gate = frozen;
        String name = Thread.currentThread().getName();
        if (gate != null && (name.equals("membersync-cluster") || name.startsWith("membersync-shifts"))) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public Instant instant() {
        pass();
        return Time.system().instant();
    }

    @Override
    public long nanos() {
        pass();
        return Time.system().nanos();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Time.system().sleep(duration);
    }

    @Override
    public Cancellable after(Duration duration, Runnable task) {
        return Time.system().after(duration, task);
    }
}
