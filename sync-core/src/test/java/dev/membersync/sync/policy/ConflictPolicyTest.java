package dev.membersync.sync.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.policy.ConflictPolicy.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConflictPolicyTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static FieldConflict conflict(String field, Optional<Instant> left, Optional<Instant> right) {
        return new FieldConflict(field, false, left, right);
    }

    @Test
    void oneFieldMayHaveAPolicyOfItsOwn() {
        ConflictPolicy policy = ConflictPolicy.leftWins().forField("plan", ConflictPolicy.review());

        assertThat(policy.resolve(conflict("plan", Optional.empty(), Optional.empty())))
                .isEqualTo(Resolution.REVIEW);
        assertThat(policy.resolve(conflict("name", Optional.empty(), Optional.empty())))
                .isEqualTo(Resolution.LEFT);
    }

    @Test
    void theNewestWinsOutsideTheToleranceOnly() {
        ConflictPolicy policy = ConflictPolicy.review().orNewest(Duration.ofMinutes(5));

        assertThat(policy.resolve(conflict("name", Optional.of(NOON.plusSeconds(301)), Optional.of(NOON))))
                .isEqualTo(Resolution.LEFT);
        assertThat(policy.resolve(conflict("name", Optional.of(NOON), Optional.of(NOON.plusSeconds(301)))))
                .isEqualTo(Resolution.RIGHT);
        assertThat(policy.resolve(conflict("name", Optional.of(NOON.plusSeconds(300)), Optional.of(NOON))))
                .isEqualTo(Resolution.REVIEW);
    }

    @Test
    void withoutBothTimesNothingIsNewer() {
        ConflictPolicy policy = ConflictPolicy.rightWins().orNewest(Duration.ZERO);

        assertThat(policy.resolve(conflict("name", Optional.of(NOON), Optional.empty())))
                .isEqualTo(Resolution.RIGHT);
    }
}
