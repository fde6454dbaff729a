package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.LiveOptions;
import dev.membersync.sync.LiveSync;
import dev.membersync.sync.PlannedOperation;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.SyncListener;
import dev.membersync.sync.review.Answer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The threads around the live loop. */
class LiveThreadsTest {
    private static final int CHANGES = 20;

    private final World world = World.ordinary();
    private final CountDownLatch registered = new CountDownLatch(5);
    private final CountDownLatch followed = new CountDownLatch(1);

    private SyncEngine engine() {
        world.engine = builder -> builder.workers(4).listener(new SyncListener() {
            @Override
            public void done(PlannedOperation operation) {
                registered.countDown();
                if (operation.kind().equals("UPDATE")
                        && world.attendeesOf("m1").get(0).lastName().equals("Change" + CHANGES)) {
                    followed.countDown();
                }
            }
        });
        world.members(5);
        return world.build(World.EVENT);
    }

    @Test
    void twoThreadsThatRaceForOneMemberWriteEachChangeOnceAtMost() throws InterruptedException { // F-31
        try (SyncEngine engine = engine();
                LiveSync live = engine.live(LiveOptions.standard()).start()) {
            assertThat(registered.await(60, TimeUnit.SECONDS)).isTrue();
            world.accelevents.writes().clear();
            for (int i = 1; i <= CHANGES; i++) {
                world.memberships.members().rename("m1", "Ada Change" + i);
                Thread other = new Thread(() -> live.intake().members(List.of("m1")));
                other.start();
                live.intake().members(List.of("m1"));
                other.join();
            }

            assertThat(followed.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(world.accelevents.writes().count()).isBetween(1, CHANGES);
        }
        assertThat(world.attendeesOf("m1").get(0).lastName()).isEqualTo("Change" + CHANGES);
    }

    @Test
    void aStopFinishesWhatIsAtWorkAndLeavesTheRestFree() throws InterruptedException { // F-78
        try (SyncEngine engine = engine()) {
            LiveSync live = engine.live(LiveOptions.standard()).start();
            assertThat(registered.await(60, TimeUnit.SECONDS)).isTrue();

            live.close();
            live.intake().members(List.of("m1"));

            assertThat(live.status().workflows().get(0).waiting()).isEqualTo(1);
            assertThat(engine.sync().counts().failed()).isZero();
        }
        assertThat(world.event.attendees()).hasSize(5);
    }

    @Test
    void anAnswerIsActedUponBeforeTheNextLookIntoTheStore() throws InterruptedException {
        World asked = Quandary.CONFLICT.raise();
        CountDownLatch updated = new CountDownLatch(1);
        asked.engine = builder -> builder.workers(2).listener(new SyncListener() {
            @Override
            public void done(PlannedOperation operation) {
                updated.countDown();
            }
        });
        try (SyncEngine engine = asked.build(World.EVENT);
                LiveSync live = engine.live(LiveOptions.standard()).start()) {
            while (!live.status().workflows().get(0).ready() || asked.time.waiting() == 0) {
                Thread.onSpinWait();
            }

            engine.queues().decide("CONFLICT:m1", Answer.parse("left"));

            assertThat(updated.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(asked.ticketOf("m1").firstName()).isEqualTo("Left");
    }
}
