package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.policy.Lane;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RateSignal;
import dev.membersync.client.policy.RateState;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.Injection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes before what, and what is older than what. */
class LiveOrderTest {
    private final World world = World.ordinary();
    private final LiveWorld at = new LiveWorld(world);

    @AfterEach
    void close() {
        at.close();
    }

    /** Grants everything and remembers who asked. */
    private static final class Lanes implements RateBudget {
        private final List<Lane> asked = new ArrayList<>();

        @Override
        public Turn turn(Lane lane) {
            asked.add(lane);
            return Turn.NOW;
        }

        @Override
        public void learn(RateSignal signal) {}

        @Override
        public RateState state() {
            return RateBudget.unlimited().state();
        }
    }

    @Test
    void aLiveMarkOvertakesABackFill() {
        world.members(1_000);
        at.open();
        world.memberships.members().rename("m1000", "Ada Newname");
        while (world.event.attendees().size() < 300) {
            at.live.step();
        }
        long calls = at.calls();

        at.hook("m999");
        at.live.step();

        assertThat(world.attendeesOf("m999")).hasSize(1);
        assertThat(at.calls() - calls).isLessThanOrEqualTo(3);
        at.settle();
        assertThat(world.event.attendees()).hasSize(1_000);
    }

    @Test
    void everyCallAsksTheBudgetInTheLaneOfItsWork() {
        Lanes left = new Lanes();
        Lanes right = new Lanes();
        world.left = () -> left;
        world.right = () -> right;
        world.members(3);
        at.open().settle();
        assertThat(left.asked.subList(1, left.asked.size())).containsOnly(Lane.BACKFILL);
        left.asked.clear();
        right.asked.clear();
        world.memberships.members().rename("m2", "Ada Newname");

        at.hook("m2");
        at.live.step();

        assertThat(left.asked).containsExactly(Lane.LIVE);
        assertThat(right.asked).isNotEmpty().containsOnly(Lane.LIVE);
        right.asked.clear();
        at.pass(Duration.ofSeconds(70));
        assertThat(right.asked).isNotEmpty().containsOnly(Lane.VERIFY);
    }

    @Test
    void aPageThatIsOlderThanWhatWasReadSinceLoses() { // F-30
        world.members(3);
        at.open().settle();
        world.memberships.members().rename("m2", "Ada Older");
        world.forgetCalls();
        world.memberships.faults(
                FaultPlan.nth("users.list", 1, Injection.of(Fault.DELAY).lasting(Duration.ofSeconds(20))));
        world.time.after(Duration.ofHours(1).plusSeconds(10), () -> {
            world.memberships.members().rename("m2", "Ada Newest");
            at.hook("m2");
            at.live.step();
        });

        at.pass(Duration.ofMinutes(70));

        assertThat(world.attendeesOf("m2").get(0).lastName()).isEqualTo("Newest");
        assertThat(at.writes()).isEqualTo(1);
    }

    @Test
    void aFullListDoesNotHoldUpWhatIsUrgent() {
        world.members(1_000);
        at.open().settle();
        world.memberships.faults(FaultPlan.always(Injection.of(Fault.DELAY).lasting(Duration.ofSeconds(10)))
                .on("users.list"));
        world.time.after(Duration.ofHours(1).plusSeconds(25), () -> {
            world.memberships.members().rename("m7", "Ada Newname");
            at.hook("m7");
        });
        List<Long> pages = new ArrayList<>();
        world.time.after(
                Duration.ofHours(1).plusSeconds(45),
                () -> pages.add(world.memberships.requests().count("users.list")));
        world.forgetCalls();

        at.pass(Duration.ofHours(1).plusSeconds(46));

        assertThat(world.attendeesOf("m7").get(0).lastName()).isEqualTo("Newname");
        assertThat(world.accelevents.writes().entries().get(0).at())
                .isBefore(world.memberships.requests().entries().stream()
                        .filter(entry -> entry.operation().equals("users.list"))
                        .reduce((first, last) -> last)
                        .orElseThrow()
                        .at());
    }

    @Test
    void aStormOfDeliveriesIsAShortQueueAndFewCalls() { // F-20
        world.members(500);
        at.open().settle();
        world.forgetCalls();
        for (int i = 1; i <= 500; i++) {
            world.memberships.members().rename("m" + i, "Ada Newname" + i);
        }

        for (int i = 0; i < 10_000; i++) {
            at.hook("m" + (1 + i % 500));
        }
        assertThat(at.waiting()).isEqualTo(500);
        assertThat(at.flow().oldestDue()).containsOnlyKeys("live");
        at.settle();

        assertThat(world.memberships.requests().count()).isLessThanOrEqualTo(2 * 500);
        assertThat(at.writes()).isEqualTo(500);
        assertThat(world.attendeesOf("m77").get(0).lastName()).isEqualTo("Newname77");
    }
}
