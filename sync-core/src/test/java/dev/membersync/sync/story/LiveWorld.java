package dev.membersync.sync.story;

import dev.membersync.sync.LiveOptions;
import dev.membersync.sync.LiveStatus;
import dev.membersync.sync.LiveSync;
import dev.membersync.sync.Queues;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.SyncListener;
import dev.membersync.sync.intake.LiveEvent;
import dev.membersync.sync.intake.TicketHint;
import dev.membersync.sync.store.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A world with a live run on the thread of the test, in manual time. */
final class LiveWorld implements AutoCloseable {
    final World world;
    final List<LiveEvent> events = new ArrayList<>();
    LiveOptions options = LiveOptions.standard().scanningEvery(Duration.ofHours(1));
    LiveSync live;
    private SyncEngine engine;

    LiveWorld(World world) {
        this.world = world;
    }

    LiveWorld open() {
        var configured = world.engine;
        engine = null;
        world.engine = builder -> configured.apply(builder).listener(new SyncListener() {
            @Override
            public void live(LiveEvent event) {
                events.add(event);
            }
        });
        engine = world.build(World.EVENT);
        world.engine = configured;
        live = engine.live(options);
        return this;
    }

    /** Steps until nothing is due any more. */
    LiveWorld settle() {
        return settle(100_000);
    }

    LiveWorld settle(int most) {
        for (int i = 0; i < most; i++) {
            if (live.step().isAfter(world.time.instant())) {
                return this;
            }
        }
        throw new AssertionError("still busy after " + most + " steps");
    }

    /** Lets time pass, stepping whenever something is due. */
    LiveWorld pass(Duration duration) {
        Instant end = world.time.instant().plus(duration);
        for (int i = 0; world.time.instant().isBefore(end); i++) {
            if (i > 200_000) {
                throw new AssertionError("a busy loop at " + world.time.instant());
            }
            Instant due = live.step();
            Duration wait = Duration.between(world.time.instant(), due.isBefore(end) ? due : end);
            world.time.advance(wait.isNegative() ? Duration.ZERO : wait);
        }
        return settle();
    }

    /** Kills the run without a word and opens another on the same store. */
    LiveWorld reopen() {
        engine.close();
        return open();
    }

    void hook(String... userIds) {
        live.intake().members(List.of(userIds));
    }

    void hint(String name) {
        live.intake().tickets(new TicketHint(Set.of(name), Set.of(), Set.of(), false));
    }

    Queues queues() {
        return engine.queues();
    }

    LiveStatus.Flow flow() {
        return live.status().workflows().get(0);
    }

    long waiting() {
        return flow().waiting();
    }

    List<Incident> incidents() {
        return live.status().incidents();
    }

    long writes() {
        return world.accelevents.writes().count();
    }

    long calls() {
        return (long) world.memberships.requests().count()
                + world.accelevents.requests().count();
    }

    @Override
    public void close() {
        if (live != null) {
            live.close();
        }
        engine.close();
    }
}
