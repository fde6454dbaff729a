package dev.membersync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateTest {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final Clock clock = new Clock();
    private final FakeMemberships fake = FakeMemberships.builder()
            .time(clock)
            .rate(RateRule.of(2, WINDOW).daily(4))
            .build();

    private FakeReply list() {
        return fake.handle(
                FakeRequest.of("GET", "/users/", Map.of("Authorization", "Bearer " + FakeMemberships.DEFAULT_KEY)));
    }

    @Test
    void callsAboveTheLimitAreAnswered429WithoutRetryAfter() {
        list();
        list();
        FakeReply reply = list();

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.text()).isEqualTo("{\"statusCode\":429,\"message\":\"Too Many Requests\"}");
        assertThat(reply.headers()).containsEntry("x-ratelimit-remaining", "0").doesNotContainKey("retry-after");
    }

    @Test
    void theWindowSlides() {
        list();
        clock.forward(Duration.ofSeconds(6));
        list();
        clock.forward(Duration.ofSeconds(4));

        assertThat(list().status()).isEqualTo(200);
        assertThat(list().status()).isEqualTo(429);
    }

    @Test
    void theDailyQuotaIsShownAndKept() {
        for (int i = 0; i < 4; i++) {
            assertThat(list().status()).isEqualTo(200);
            clock.forward(WINDOW);
        }

        FakeReply reply = list();

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.headers())
                .containsEntry("x-ratelimit-daily-remaining", "0")
                .containsEntry("x-ratelimit-daily-reset", "86360000");
    }

    @Test
    void aRuleCanNameTheSecondsToWait() {
        fake.rate(RateRule.of(1, WINDOW).namingRetryAfter());
        list();
        clock.forward(Duration.ofMillis(2500));

        assertThat(list().headers()).containsEntry("retry-after", "8");
    }

    @Test
    void theProofFindsTheBusiestWindowWhereverItLies() {
        Instant start = Clock.START;
        RateProof proof = RateProof.of(List.of(
                start,
                start.plusSeconds(9),
                start.plusSeconds(10),
                start.plusSeconds(18),
                start.plusMillis(18_999),
                start.plusSeconds(40)));

        assertThat(proof.highestIn(WINDOW)).isEqualTo(4);
        assertThat(proof.arrivals()).isEqualTo(6);
    }

    @Test
    void refusedRequestsCountInTheProof() {
        list();
        list();
        list();

        assertThat(fake.requests().rate().highestIn(WINDOW)).isEqualTo(3);
    }
}
