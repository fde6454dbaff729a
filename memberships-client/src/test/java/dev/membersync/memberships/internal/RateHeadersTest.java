package dev.membersync.memberships.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.http.Headers;
import dev.membersync.client.http.Reply;
import dev.membersync.client.policy.RateSignal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateHeadersTest {

    @Test
    void readsAllSixHeadersInAnyCase() {
        RateSignal signal = read(
                "x-ratelimit-max", "25",
                "X-RateLimit-Remaining", "24",
                "x-ratelimit-interval-milliseconds", "10000",
                "x-ratelimit-limit-daily", "10000",
                "x-ratelimit-daily-remaining", "9999",
                "x-ratelimit-daily-reset", "86343000");
        assertThat(signal.limit()).hasValue(25);
        assertThat(signal.remaining()).hasValue(24);
        assertThat(signal.window()).contains(Duration.ofSeconds(10));
        assertThat(signal.dailyLimit()).hasValue(10_000);
        assertThat(signal.dailyRemaining()).hasValue(9_999);
        assertThat(signal.dailyReset()).contains(Duration.ofSeconds(86_343));
    }

    @Test
    void aReplyWithoutHeadersSaysNothing() {
        assertThat(read()).isEqualTo(RateSignal.NONE);
    }

    @Test
    void aHeaderThatIsNoNumberSaysNothing() {
        assertThat(read("x-ratelimit-max", "many", "x-ratelimit-remaining", "-1", "x-ratelimit-daily-reset", ""))
                .isEqualTo(RateSignal.NONE);
    }

    @Test
    void aNumberBeyondAllLimitsSaysNothing() {
        assertThat(read("x-ratelimit-max", "99999999999", "x-ratelimit-remaining", "9999999999999999999999"))
                .isEqualTo(RateSignal.NONE);
    }

    @Test
    void aWindowOfNothingIsNoWindow() {
        assertThat(read("x-ratelimit-interval-milliseconds", "0").window()).isEmpty();
    }

    private static RateSignal read(String... headers) {
        return new RateHeaders().read(Reply.of(200, "").with(Headers.of(headers)));
    }
}
