package dev.membersync.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.policy.RateLimit;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formula of a first load (D.3). */
class PaceTest {
    @ParameterizedTest
    @CsvSource({
        "1000, PT1M40S, the rate limit",
        "200000, PT5H33M20S, the rate limit",
        "1010000, P5D, the quota of a day"
    })
    void theSmallerLimitDecides(long calls, Duration takes, String limit) {
        RateLimit rate = new RateLimit(100, Duration.ofSeconds(10), OptionalInt.of(200_000));

        assertThat(Pace.of(calls, rate)).isEqualTo(new Pace(takes, limit));
    }
}
