package dev.membersync.sync.proof;

import dev.membersync.sync.LiveOptions;
import dev.membersync.sync.LiveStatus;
import dev.membersync.sync.LiveSync;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.story.World;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A live run on the thread of the story, one process after the other. */
final class LiveCourse {
    /** How long one run is: it has a full list in it. */
    static final Duration RUN = Duration.ofMinutes(65);

    private static final LiveOptions OPTIONS =
            LiveOptions.standard().pollingEvery(Duration.ofMinutes(5)).scanningEvery(Duration.ofHours(1));
    private static final int MOST_STEPS = 20_000;

    private final World world;
    private final Supplier<Instant> machine;
    private final boolean contacts;
    private final Post post;
    private @Nullable SyncEngine engine;
    private @Nullable LiveSync live;

    /** @param machine what the process takes for the time */
    LiveCourse(World world, Supplier<Instant> machine, boolean contacts) {
        this.world = world;
        this.machine = machine;
        this.contacts = contacts;
        this.post = new Post(world, contacts);
    }

    /** Lets time pass, doing whatever falls due. True when a whole list was read meanwhile and nothing is left to do. */
    boolean pass(Duration duration) {
        LiveSync running = running();
        Instant began = world.time.instant();
        Instant asItSaw = machine.get();
        for (int steps = 0; left(began, duration).compareTo(Duration.ZERO) > 0; steps++) {
            if (steps > MOST_STEPS) {
                throw new AssertionError("a busy loop at " + world.time.instant());
            }
            Duration wait = Duration.between(machine.get(), running.step());
            Duration left = left(began, duration);
            world.time.advance(wait.isNegative() ? Duration.ZERO : wait.compareTo(left) < 0 ? wait : left);
        }
        return isQuiet(running.status(), asItSaw);
    }

    /** What has fallen due by then and may take its time, such as a payment that was late. */
    private Duration left(Instant began, Duration duration) {
        return Duration.between(world.time.instant(), began.plus(duration));
    }

    private static boolean isQuiet(LiveStatus status, Instant since) {
        LiveStatus.Flow flow = status.workflows().get(0);
        return status.halted().isEmpty()
                && flow.pausedAt().isEmpty()
                && flow.waiting() == 0
                && flow.lastScan().filter(scan -> !scan.isBefore(since)).isPresent();
    }

    /** A person looks, and lets it go on. */
    void resume() {
        LiveSync running = running();
        running.status()
                .workflows()
                .forEach(flow -> flow.pausedAt().ifPresent(number -> running.resume(flow.workflow(), number)));
    }

    private LiveSync running() {
        if (live == null) {
            engine = world.build(World.EVENT);
            live = engine.live(OPTIONS);
            post.deliverTo(live.intake(), contacts);
        }
        return live;
    }

    /** The process ends without a word. */
    void kill() {
        post.close();
        if (engine != null) {
            engine.close();
        }
        engine = null;
        live = null;
    }

    @Override
    public String toString() {
        if (live == null) {
            return "down";
        }
        LiveStatus.Flow flow = live.status().workflows().get(0);
        return new TreeMap<>(flow.queue()) + " " + new TreeMap<>(flow.done()) + " " + flow.lastScan();
    }
}
