package dev.membersync.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.store.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of two readings of a member counts while news comes in (F-30). */
class ObservationsTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Member MEMBER =
            new Member("m1", Value.empty(), Value.empty(), Value.empty(), Value.empty(), Map.of());

    private final Observations observations = Observations.live(10);

    private static WorkItem item(Lane lane, int attempts) {
        return new WorkItem("m1", 1, 1, lane, Instant.EPOCH, attempts, Optional.empty());
    }

    @Test
    void aPageThatBeganBeforeAReadByIdIsOlder() {
        observations.read("m1", 5 * MINUTE);

        assertThat(observations.isNewerThan(4 * MINUTE, "m1")).isTrue();
        assertThat(observations.isNewerThan(6 * MINUTE, "m1")).isFalse();
        assertThat(observations.isNewerThan(4 * MINUTE, "m2")).isFalse();
    }

    @Test
    void aRowOfAListThatMayLagIsNotKept() {
        observations.read("m1", 5 * MINUTE);

        observations.keep(MEMBER, 6 * MINUTE);
        assertThat(observations.find(item(Lane.BACKFILL, 0))).isEmpty();
        observations.keep(MEMBER, 8 * MINUTE);
        assertThat(observations.find(item(Lane.BACKFILL, 0))).contains(new Observations.Seen(MEMBER, 8 * MINUTE));
    }

    @Test
    void whatWasKeptServesOnceAndNothingUrgent() {
        observations.keep(MEMBER, 0);
        assertThat(observations.find(item(Lane.LIVE, 0))).isEmpty();
        assertThat(observations.find(item(Lane.BACKFILL, 0))).isEmpty();

        observations.keep(MEMBER, 0);
        assertThat(observations.find(item(Lane.BACKFILL, 1))).isEmpty();
    }

    @Test
    void oldReadsAreForgotten() {
        observations.read("m1", 0);

        observations.pageBegins(3 * MINUTE);

        assertThat(observations.isNewerThan(0, "m1")).isFalse();
    }
}
