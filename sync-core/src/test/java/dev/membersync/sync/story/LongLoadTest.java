package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RateLimit;
import dev.membersync.sync.SyncEngine;
import dev.membersync.sync.SyncOptions;
import dev.membersync.sync.SyncPlan;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A load that lasts longer than what its list showed is good for. */
class LongLoadTest {
    private static final int MEMBERS = 1_550;
    private static final int LIST = 16;
    private static final int ACCESS = 1;

    private final World world = World.ordinary();

    @BeforeEach
    void atTheVendorsLimit() {
        RateBudget budget = RateBudget.of(RateLimit.of(100, Duration.ofSeconds(10)), world.time);
        world.right = () -> budget;
        world.members(MEMBERS);
    }

    @Test
    void readsTheListTwiceAndNobodyByHimself() {
        assertThat(world.sync().counts().created()).isEqualTo(MEMBERS);

        assertReads(ACCESS + 2 * LIST);
    }

    @Test
    void alsoWhenItMakesWhatWasPlanned() {
        try (SyncEngine engine = world.build(World.EVENT)) {
            SyncPlan plan = engine.plan();
            assertReads(ACCESS + LIST);

            assertThat(engine.apply(plan).counts().created()).isEqualTo(MEMBERS);
        }
        assertReads(2 * ACCESS + 3 * LIST);
    }

    @Test
    void aCanaryReadsNoMoreThanItWorksOn() {
        world.sync(SyncOptions.standard().canary(3));

        assertThat(world.event.attendees()).hasSize(3);
        assertReads(ACCESS + LIST + 1);
    }

    private void assertReads(long pages) {
        assertThat(world.memberships.requests().count("users.get")).isZero();
        assertThat(world.memberships.requests().count("users.list")).isEqualTo(pages);
    }
}
