package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.LiveOptions;
import dev.membersync.sync.LiveSync;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.SyncListener;
import dev.membersync.sync.intake.LiveEvent;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Payments on the threads of a live run. */
@Timeout(120)
class LivePaymentsThreadsTest {
    private final World world = World.withPayments();

    private void paid() {
        world.event.addAttendee(
                world.event.ticketType("Backstage").orElseThrow().id(),
                Map.of("First Name", "Ada", "Last Name", "Example", "Email", "m1@example.com", "Member ID", "m1"),
                "membersync:m1");
    }

    @Test
    void theyAreToldBesideMembers() throws InterruptedException {
        world.members(3);
        paid();
        paid();
        CountDownLatch round = new CountDownLatch(1);
        world.engine = builder -> builder.listener(new SyncListener() {
            @Override
            public void live(LiveEvent event) {
                if (event instanceof LiveEvent.Polled polled && polled.feed().equals("payments")) {
                    round.countDown();
                }
            }
        });
        try (SyncEngine engine = world.build(World.EVENT);
                LiveSync live = engine.live(LiveOptions.standard()).start()) {
            assertThat(round.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(live.status().payments().get(0).told()).isEqualTo(2);
        }
        assertThat(world.memberships.payments()).hasSize(2);
    }

    @Test
    void aStopFinishesTheOrderAtWorkAndLeavesTheRest() throws InterruptedException { // F-78
        world.paymentsAlone = true;
        world.members(1);
        for (int i = 0; i < 5; i++) {
            paid();
        }
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        world.wire = transport -> (request, deadline) -> {
            entered.countDown();
            released.await();
            return transport.send(request, deadline);
        };
        try (SyncEngine engine = world.build(World.EVENT)) {
            LiveSync live = engine.live(LiveOptions.standard()).start();
            assertThat(entered.await(60, TimeUnit.SECONDS)).isTrue();
            Thread closer = new Thread(live::close);
            closer.start();
            while (closer.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            released.countDown();
            closer.join();

            assertThat(live.status().payments().get(0).told()).isEqualTo(1);
            assertThat(live.status().incidents()).isEmpty();
            assertThat(world.memberships.payments()).hasSize(1);
            assertThat(engine.sync().payments().get(0).counts().updated()).isEqualTo(4);
        }
        assertThat(world.memberships.requests().count("payments.record")).isEqualTo(5);
    }
}
