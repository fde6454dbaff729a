package dev.membersync.client.policy;

import dev.membersync.client.policy.RateBudget.Turn;
import dev.membersync.client.testing.ManualTime;
import java.time.Duration;
import java.util.SplittableRandom;

/** One process with callers that always have a next call; requests and replies travel up to 200 ms each way. */
final class SimulatedClient {
    private static final long SLOWEST = Duration.ofMillis(200).toNanos();
    private static final long LATEST = Duration.ofMillis(2).toNanos();

    final RateBudget budget;
    int answered;
    int refused;
    private final ManualTime time;
    private final SimulatedVendor vendor;
    private final SplittableRandom random;
    private boolean killed;

    SimulatedClient(SimulatedVendor vendor, RateLimit limit, ManualTime time, long seed) {
        this(vendor, RateBudget.of(limit, time), time, seed);
    }

    SimulatedClient(SimulatedVendor vendor, RateBudget budget, ManualTime time, long seed) {
        this.vendor = vendor;
        this.time = time;
        this.random = new SplittableRandom(seed);
        this.budget = budget;
    }

    SimulatedClient callers(int callers, Lane lane) {
        killed = false;
        for (int i = 0; i < callers; i++) {
            time.after(upTo(LATEST), () -> ask(lane));
        }
        return this;
    }

    void kill() {
        killed = true;
    }

    private void ask(Lane lane) {
        if (killed) {
            return;
        }
        Turn turn = budget.turn(lane);
        if (!turn.granted()) {
            time.after(turn.delay().plus(upTo(LATEST)), () -> ask(lane));
            return;
        }
        long sent = time.nanos();
        time.after(upTo(SLOWEST), () -> {
            RateSignal reply = vendor.arrive(time.nanos());
            time.after(upTo(SLOWEST), () -> {
                budget.learn(reply.took(Duration.ofNanos(time.nanos() - sent)));
                answered += reply.throttled() ? 0 : 1;
                refused += reply.throttled() ? 1 : 0;
                ask(lane);
            });
        });
    }

    private Duration upTo(long nanos) {
        return Duration.ofNanos(random.nextLong(nanos + 1));
    }
}
