package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.RequestOptions;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.policy.Lane;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.testkit.FakeMemberships;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import dev.membersync.testkit.RateRule;
import dev.membersync.testkit.RequestLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the client's own budget, with its defaults, does to HighLevel: judged by the arrivals that the fake wrote down,
 * over a network with up to 200 ms each way.
 */
class LimiterTest {
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration RUN = Duration.ofMinutes(2);
    private static final int CALLERS = 16;

    private final ManualTime time = ManualTime.create();
    private final FakeMemberships fake =
            FakeMemberships.builder().highLevel("loc1", "comp1").time(time).build();
    private final String ann =
            fake.contacts().add("Ann", "Lee", "ann@example.com").id();
    private final List<Throwable> failures = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"100, LIVE, 1", "100, BACKFILL, 2", "25, LIVE, 3", "25, BACKFILL, 4", "100, RETRY, 5"})
    void noWindowHoldsMoreThanTheLimitAndNearlyAllOfItIsUsed(int limit, Lane lane, long seed) {
        start(limit, lane, seed);
        time.advance(WINDOW);
        Instant settled = time.instant();
        time.advance(RUN);
        assertThat(fake.requests().rate().highestIn(WINDOW)).isLessThanOrEqualTo(limit);
        assertThat(between(settled, time.instant())).isGreaterThanOrEqualTo(limit * 12L * 97 / 100);
        assertThat(refused()).isEmpty();
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100, LIVE, 1", "100, BACKFILL, 2", "25, LIVE, 3", "25, BACKFILL, 4"})
    void afterARefusalTheNextWindowIsFullAgain(int limit, Lane lane, long seed) {
        start(limit, lane, seed);
        time.advance(WINDOW.multipliedBy(4));
        fake.faults(FaultPlan.nth("contacts.get", 1, Fault.TOO_MANY_BARE));
        time.advance(RUN);
        assertThat(refused()).hasSize(1);
        Instant refused = refused().get(0).at();
        Instant resumed = fake.requests().entries().stream()
                .map(RequestLog.Entry::at)
                .filter(refused.plusSeconds(5)::isBefore)
                .findFirst()
                .orElseThrow();
        assertThat(Duration.between(refused, resumed)).isLessThan(Duration.ofSeconds(12));
        assertThat(between(resumed.minusNanos(1), resumed.plus(WINDOW))).isGreaterThanOrEqualTo(limit * 95L / 100);
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIVE, 4, 1", "BACKFILL, 4, 1", "LIVE, 40, 10", "BACKFILL, 40, 10"})
    void anotherClientOfTheBucketBringsNoLastingRefusals(Lane lane, int drawn, int everySeconds) {
        start(100, lane, 6);
        draw(drawn, Duration.ofSeconds(everySeconds));
        time.advance(RUN);
        Instant settled = time.instant().minusSeconds(60);
        assertThat(refused())
                .hasSizeLessThanOrEqualTo(2)
                .allMatch(entry -> entry.at().isBefore(settled));
        assertThat(between(settled, time.instant())).isGreaterThanOrEqualTo(60 * 6 * 3 / 4);
        assertThat(failures).isEmpty();
    }

    @Test
    void blockingCallsAreLimitedAlike() {
        fake.rate(RateRule.of(25, WINDOW));
        MembershipsClient client = client(7);
        while (time.instant().isBefore(ManualTime.create().instant().plus(RUN))) {
            client.contacts().contact(ann).execute();
        }
        assertThat(fake.requests().rate().highestIn(WINDOW)).isLessThanOrEqualTo(25);
        assertThat(refused()).isEmpty();
    }

    private void start(int limit, Lane lane, long seed) {
        fake.rate(RateRule.of(limit, WINDOW));
        MembershipsClient client = client(seed);
        for (int i = 0; i < CALLERS; i++) {
            time.after(
                    Duration.ofMillis(i),
                    () -> ask(client, RequestOptions.none().withLane(lane)));
        }
    }

    /** One caller: its next call follows at once. */
    private void ask(MembershipsClient client, RequestOptions options) {
        var unused = client.contacts().contact(ann).with(options).executeAsync().whenComplete((contact, failure) -> {
            if (failure != null) {
                failures.add(failure);
            }
            time.after(Duration.ZERO, () -> ask(client, options));
        });
    }

    private void draw(int calls, Duration every) {
        time.after(every, () -> {
            fake.spend(calls);
            draw(calls, every);
        });
    }

    private MembershipsClient client(long seed) {
        return MembershipsClient.builder(MembershipsProfile.HIGHLEVEL)
                .apiKey(Secret.of(FakeMemberships.DEFAULT_KEY))
                .locationId("loc1")
                .transport(new SlowFake(fake, time, Duration.ofMillis(200), seed))
                .time(time)
                .build();
    }

    private long between(Instant after, Instant upTo) {
        return fake.requests().entries().stream()
                .filter(entry -> entry.at().isAfter(after) && !entry.at().isAfter(upTo) && entry.status() == 200)
                .count();
    }

    private List<RequestLog.Entry> refused() {
        return fake.requests().entries().stream()
                .filter(entry -> entry.status() == 429)
                .toList();
    }
}
