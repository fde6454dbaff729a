package dev.membersync.client.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The promises of the limiter, against an exact vendor and a network with up to 200 ms of jitter each way. */
class SimulatedLimitTest {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final ManualTime time = ManualTime.create();

    @ParameterizedTest
    @CsvSource({"25, LIVE, false", "25, BACKFILL, false", "100, LIVE, false", "100, BACKFILL, false", "100, LIVE, true"
    })
    void aloneItUsesNinetySevenPercentAndIsNeverRefused(int limit, Lane lane, boolean fixed) {
        SimulatedVendor vendor = new SimulatedVendor(limit);
        vendor.fixed = fixed;
        client(vendor, limit, 1).callers(limit, lane);
        time.advance(WINDOW);
        long from = time.nanos();
        time.advance(WINDOW.multipliedBy(20));
        assertThat(vendor.refused).isEmpty();
        assertThat(vendor.mostInAnyWindow()).isLessThanOrEqualTo(limit);
        assertThat(vendor.between(from, time.nanos())).isGreaterThanOrEqualTo(limit * 20 * 97 / 100);
    }

    @ParameterizedTest
    @CsvSource({"25", "100"})
    void aLiveBurstAfterQuietGoesOutAtOnceThoughTheLaneWasSaturatedBefore(int limit) {
        SimulatedVendor vendor = new SimulatedVendor(limit);
        SimulatedClient client = client(vendor, limit, 1).callers(limit, Lane.LIVE);
        time.advance(WINDOW.multipliedBy(3));
        client.kill();
        time.advance(WINDOW.multipliedBy(3));
        long from = time.nanos();
        client.callers(limit, Lane.LIVE);
        time.advance(Duration.ofMillis(202));
        assertThat(vendor.between(from, time.nanos())).isEqualTo(limit);
        time.advance(WINDOW.multipliedBy(3));
        assertThat(vendor.refused).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"25, LIVE", "100, LIVE", "25, BACKFILL", "100, BACKFILL"})
    void aSingleRefusalIsMadeGoodInTheFirstWindowAfterItsPause(int limit, Lane lane) {
        for (int seed = 0; seed < 10; seed++) {
            SimulatedVendor vendor = new SimulatedVendor(limit);
            SimulatedClient client = client(vendor, limit, seed).callers(limit, lane);
            time.advance(WINDOW.multipliedBy(4).plusMillis(137L * seed));
            vendor.forced = 1;
            while (client.budget.state().closedFor().isZero()) {
                time.advance(Duration.ofMillis(10));
            }
            time.advance(client.budget.state().closedFor());
            assertThat(client.budget.state().allowed()).isEqualTo(limit);
            long reopened = time.nanos();
            time.advance(WINDOW);
            assertThat(vendor.between(reopened, time.nanos())).isGreaterThanOrEqualTo((limit * 95 + 99) / 100);
            time.advance(WINDOW);
            assertThat(vendor.refused).hasSize(1);
            client.kill();
        }
    }

    /**
     * Joined 25 s apart: few refusals in all, 80 % used afterwards, and nobody gets less than half of a fair share. A
     * join costs a few refused first calls and two volleys of what is under way in one round trip.
     */
    @ParameterizedTest
    @CsvSource({
        "25, 2, LIVE, 6", "25, 3, LIVE, 8", "100, 2, LIVE, 8", "100, 3, LIVE, 12",
        "25, 2, BACKFILL, 6", "25, 3, BACKFILL, 8", "100, 2, BACKFILL, 8", "100, 3, BACKFILL, 12"
    })
    void strangersOnOneBucketComeToFairShares(int limit, int clients, Lane lane, int mostRefused) {
        for (int seed = 0; seed < 10; seed++) {
            SimulatedVendor vendor = new SimulatedVendor(limit);
            List<SimulatedClient> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(client(vendor, limit, seed * 31L + i).callers(16, lane));
                time.advance(Duration.ofSeconds(25));
            }
            time.advance(WINDOW);
            long from = time.nanos();
            int[] before = all.stream().mapToInt(client -> client.answered).toArray();
            time.advance(WINDOW.multipliedBy(15));
            assertThat(vendor.refused).hasSizeLessThanOrEqualTo(mostRefused);
            int fair = limit * 15 / clients;
            assertThat(vendor.between(from, time.nanos())).isGreaterThanOrEqualTo(limit * 15 * 80 / 100);
            for (int i = 0; i < clients; i++) {
                assertThat(all.get(i).answered - before[i]).isGreaterThanOrEqualTo(fair / 2);
                all.get(i).kill();
            }
        }
    }

    @Test
    void aVendorWithoutHeadersIsSharedTooWithMoreRefusals() {
        SimulatedVendor vendor = new SimulatedVendor(100);
        vendor.headers = false;
        List<SimulatedClient> both = List.of(
                client(vendor, 100, 1).callers(16, Lane.BACKFILL),
                client(vendor, 100, 2).callers(16, Lane.BACKFILL));
        time.advance(WINDOW.multipliedBy(25));
        assertThat(vendor.refused).hasSizeLessThanOrEqualTo(40);
        assertThat(both).allMatch(client -> client.answered >= 450);
    }

    @Test
    void aLimitThatFallsAndRisesIsFollowedWithoutARefusal() {
        SimulatedVendor vendor = new SimulatedVendor(25);
        SimulatedClient client = client(vendor, 100, 3).callers(16, Lane.BACKFILL);
        time.advance(WINDOW.multipliedBy(3));
        assertThat(client.budget.state().limit()).isEqualTo(25);
        vendor.limit = 100;
        time.advance(WINDOW.multipliedBy(3));
        assertThat(client.budget.state().limit()).isEqualTo(100);
        assertThat(vendor.refused).isEmpty();
        assertThat(vendor.used(time.nanos())).isGreaterThanOrEqualTo(95);
    }

    @ParameterizedTest
    @CsvSource({"25", "100"})
    void aFreshProcessAfterAKilledOneIsNotRefused(int limit) {
        SimulatedVendor vendor = new SimulatedVendor(limit);
        SimulatedClient killed = client(vendor, limit, 4).callers(16, Lane.BACKFILL);
        time.advance(WINDOW.multipliedBy(3).plusMillis(70));
        killed.kill();
        time.advance(Duration.ofMillis(500));
        client(vendor, limit, 5).callers(16, Lane.LIVE);
        time.advance(WINDOW.multipliedBy(4));
        assertThat(vendor.refused).isEmpty();
        assertThat(vendor.used(time.nanos())).isGreaterThanOrEqualTo(limit * 95 / 100);
    }

    private SimulatedClient client(SimulatedVendor vendor, int limit, long seed) {
        return new SimulatedClient(vendor, RateLimit.of(limit, WINDOW), time, seed);
    }
}
