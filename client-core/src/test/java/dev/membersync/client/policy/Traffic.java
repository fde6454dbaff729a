package dev.membersync.client.policy;

import dev.membersync.client.policy.RateBudget.Turn;
import dev.membersync.client.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Callers that ask a budget in simulated time; the vendor's side is a list of arrival times. */
final class Traffic {
    final ManualTime time = ManualTime.create();
    final List<Long> arrivals = new ArrayList<>();
    private final SplittableRandom random;
    private final RateBudget budget;
    private final long maxLatency;
    private final long maxLateness;

    Traffic(long seed, RateLimit limit, Duration maxLatency, Duration maxLateness) {
        this.random = new SplittableRandom(seed);
        this.budget = RateBudget.of(limit, time);
        this.maxLatency = maxLatency.toNanos();
        this.maxLateness = maxLateness.toNanos();
    }

    RateBudget budget() {
        return budget;
    }

    /** One caller that asks again after each answer and a pause of up to {@code maxThink}. */
    void caller(Supplier<Lane> lane, Duration maxThink, Supplier<RateSignal> signals) {
        time.after(upTo(maxThink.toNanos()), () -> ask(lane, maxThink, signals));
    }

    private void ask(Supplier<Lane> lane, Duration maxThink, Supplier<RateSignal> signals) {
        Turn turn = budget.turn(lane.get());
        if (!turn.granted()) {
            Duration wake = turn.delay().plus(upTo(maxLateness));
            time.after(wake, () -> ask(lane, maxThink, signals));
            return;
        }
        long latency = upTo(maxLatency).toNanos();
        arrivals.add(time.nanos() + latency);
        time.after(Duration.ofNanos(2 * latency), () -> {
            budget.learn(signals.get());
            time.after(upTo(maxThink.toNanos()), () -> ask(lane, maxThink, signals));
        });
    }

    int mostInAnyWindow(Duration window) {
        Collections.sort(arrivals);
        int most = 0;
        int first = 0;
        for (int last = 0; last < arrivals.size(); last++) {
            while (arrivals.get(last) - arrivals.get(first) >= window.toNanos()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    static RateSignal remaining(int limit, int remaining) {
        return new RateSignal(
                OptionalInt.of(limit),
                OptionalInt.of(remaining),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Duration.ZERO);
    }

    private Duration upTo(long nanos) {
        return Duration.ofNanos(nanos == 0 ? 0 : random.nextLong(nanos + 1));
    }
}
