package dev.membersync.sync;

import dev.membersync.client.time.Time;
import dev.membersync.sync.engine.LiveLoop;
import dev.membersync.sync.engine.LiveSettings;
import dev.membersync.sync.engine.Parts;
import dev.membersync.sync.intake.Heard;
import dev.membersync.sync.intake.Intake;
import dev.membersync.sync.mirror.PaymentFlow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An engine that runs until it is closed: it reads everything once, then follows what hooks, feeds and full lists tell.
 * Nobody is registered before one attendee list was read completely. Thread-safe.
 *
 * <p>Workflows about payments go a whole round with each poll interval: they read every payment and tell what is new. What
 * fails in one is an incident of it, is tried again with growing waits, and halts nothing else.
 *
 * <p>Either {@link #start} it, or call {@link #step} on one thread of your own. There is no rehearsal: what is decided within
 * an hour counts against the guards, and where they object the workflow waits for a person; see {@link #resume}. A system
 * that refuses or is down is probed with growing waits, and nobody's record is charged with it.
 */
public final class LiveSync implements AutoCloseable {
    private final LiveLoop loop;
    private final List<PaymentFlow> payments;
    private final LiveOptions options;
    private final Time time;
    private final LiveThreads threads;
    private final Runnable closed;

    LiveSync(List<Parts> workflows, PaymentRuns runs, LiveOptions options, Runnable closed) {
        this.time = runs.time();
        this.options = options;
        this.closed = closed;
        Bell bell = new Bell();
        LiveSettings settings =
                new LiveSettings(options.pollEvery(), options.scanEvery(), options.dailyCalls(), options.guardWindow());
        this.payments = runs.live(settings);
        this.loop = new LiveLoop(
                workflows, payments, settings, time, event -> runs.journal().live(event), bell::ring);
        int workers = workflows.stream().mapToInt(Parts::workers).findFirst().orElse(0);
        this.threads = new LiveThreads(loop, bell, time, workers);
        loop.open();
    }

    /** Where hooks give their marks. */
    public Intake intake() {
        return loop;
    }

    /** Another process has kept this at a {@link SyncEngine#door}: it is looked at as soon as possible. */
    public void hear(Heard news) {
        loop.hear(news);
    }

    /**
     * Does the next thing that is due on the calling thread: one member, one poll, one probe, or one round of payments or
     * scan with what becomes urgent during it.
     *
     * @return when to call again; not later than now when more may be due already
     * @throws SyncException when it was started
     */
    public Instant step() {
        if (threads.isStarted()) {
            throw new SyncException("this live run has its own threads; call either start() or step()");
        }
        return loop.step();
    }

    /** Starts threads of its own: one that listens and reads, and the engine's number of workers. */
    public LiveSync start() {
        threads.start();
        return this;
    }

    /** How things stand. */
    public LiveStatus status() {
        return LiveStatus.of(loop.state(), payments, time.instant());
    }

    /**
     * Lets a paused workflow go on; its count begins anew.
     *
     * @param workflow its id
     * @param number the number that {@link LiveStatus} shows, so that nobody approves more than was seen
     * @return false when no workflow of this id waits with this number
     */
    public boolean resume(String workflow, long number) {
        return loop.resume(workflow, number);
    }

    /** Reads both lists of every workflow whole as soon as it can, whatever was read before; does not wait for it. */
    public void sweep() {
        loop.sweep();
    }

    /**
     * Stops: members and the payment at work are finished within the grace period, then interrupted; what is left stays in the queue. To kill
     * the process instead loses nothing.
     */
    @Override
    public void close() {
        close(options.grace());
    }

    /** Stops as {@link #close()}, with another patience; zero interrupts at once what is at work. */
    public void close(Duration grace) {
        threads.stop(grace);
        closed.run();
    }
}
