package dev.membersync.sync;

import dev.membersync.client.time.Cancellable;
import dev.membersync.client.time.Time;
import dev.membersync.sync.engine.LiveLoop;
import dev.membersync.sync.workflow.RunHaltedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads around a live loop: one tends it, the others work. Whoever has nothing to do waits for the bell. Thread-safe. */
final class LiveThreads {
    private static final Logger LOG = LoggerFactory.getLogger(LiveThreads.class);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

    private final LiveLoop loop;
    private final Bell bell;
    private final Time time;
    private final int workers;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    LiveThreads(LiveLoop loop, Bell bell, Time time, int workers) {
        this.loop = loop;
        this.bell = bell;
        this.time = time;
        this.workers = workers;
    }

    synchronized boolean isStarted() {
        return !threads.isEmpty();
    }

    synchronized void start() {
        if (stopping || isStarted()) {
            throw new SyncException("a live run is started once; make another one with SyncEngine.live(..)");
        }
        threads.add(thread("membersync-live", this::tend));
        for (int i = 1; i <= workers; i++) {
            threads.add(thread("membersync-live-" + i, this::work));
        }
        threads.forEach(Thread::start);
    }

    /** Waits for all threads; after the patience they are interrupted. */
    synchronized void stop(Duration patience) {
        stopping = true;
        bell.ringForAll();
        Cancellable interrupt = time.after(patience, () -> threads.forEach(Thread::interrupt));
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        } finally {
            interrupt.cancel();
        }
    }

    private void tend() throws InterruptedException {
        long rings = bell.rings();
        if (!loop.tend(this::stopIfAsked)) {
            Duration wait = Duration.between(time.instant(), loop.nextDue());
            Cancellable wake = time.after(wait.isNegative() ? Duration.ZERO : wait, bell::ring);
            bell.awaitTending(rings);
            wake.cancel();
        }
    }

    private void work() throws InterruptedException {
        long rings = bell.rings();
        if (!loop.work(bell::more)) {
            bell.awaitWork(rings);
        }
    }

    /** A full list may take long: it is read again at the next start. */
    private void stopIfAsked() {
        bell.ring();
        if (stopping) {
            throw new RunHaltedException("the live run was stopped during a full list", new InterruptedException());
        }
    }

    private Thread thread(String name, Turn turn) {
        Thread thread = new Thread(() -> run(turn), name);
        thread.setDaemon(true);
        return thread;
    }

    private void run(Turn turn) {
        while (!stopping) {
            try {
                turn.take();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error fault) {
                // Nobody else would tell; the queue keeps what was under way.
                LOG.error("a live thread met a fault and goes on", fault);
                rest();
            }
        }
    }

    private void rest() {
        try {
            long rings = bell.rings();
            var unused = time.after(AFTER_A_FAULT, bell::ringForAll);
            bell.awaitWork(rings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Turn {
        void take() throws InterruptedException;
    }
}
