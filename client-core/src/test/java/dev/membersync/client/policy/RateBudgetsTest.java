package dev.membersync.client.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.testing.ManualTime;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateBudgetsTest {
    private final RateBudgets budgets =
            RateBudgets.startingAt(RateLimit.of(100, Duration.ofSeconds(10)), ManualTime.create());

    @Test
    void aResourceHasOneBudgetForAllThreads() {
        assertThat(IntStream.range(0, 500)
                        .parallel()
                        .mapToObj(i -> budgets.of("location:a"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void whatOneResourceUsesAndLearnsIsNotTheOthers() {
        RateBudget location = budgets.of("location:a");
        location.turn(Lane.LIVE);
        location.learn(SimulatedVendor.told(25, 24).refused(Optional.empty()));
        RateState company = budgets.of("company:a").state();
        assertThat(company.limit()).isEqualTo(100);
        assertThat(company.used()).isZero();
        assertThat(company.closedFor()).isZero();
    }
}
