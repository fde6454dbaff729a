package dev.membersync.client.policy;

import dev.membersync.client.policy.RateBudget.Turn;
import dev.membersync.client.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Processes with budgets over one ledger in simulated time, and every arrival at the vendor. */
final class Cluster {
    final ManualTime time = ManualTime.create();
    final List<Long> arrivals = new ArrayList<>();
    final Map<String, Integer> sent = new HashMap<>();
    final Map<String, Long> longestWait = new HashMap<>();
    final long[] entries = new long[1];
    private final SplittableRandom random;
    private final RateLedger pages = RateLedger.inMemory(time);

    Cluster(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The ledger's clock is another than that of the processes. */
    private void write(String credential, RateLedger.Entry entry) {
        entries[0]++;
        pages.write(credential, (page, nanos, epoch) -> entry.write(page, nanos + 1_790_000_000_000_000_000L, "one"));
    }

    /** One process of a party. */
    final class Node {
        private final String party;
        private final RateBudget budget;
        private boolean killed;

        Node(String party, RateLimit limit) {
            this.party = party;
            this.budget = RateBudget.shared(limit, time, Cluster.this::write, "credential", party);
        }

        void kill() {
            killed = true;
        }

        /** A caller that asks again after each answer and a pause of up to {@code think}. */
        Node caller(Supplier<Lane> lane, Duration think, Duration latency) {
            time.after(upTo(think), () -> ask(lane, think, latency, time.nanos()));
            return this;
        }

        Node callers(int number, Lane lane) {
            for (int i = 0; i < number; i++) {
                caller(() -> lane, Duration.ZERO, Duration.ofMillis(80));
            }
            return this;
        }

        private void ask(Supplier<Lane> lane, Duration think, Duration latency, long since) {
            if (killed) {
                return;
            }
            Turn turn = budget.turn(lane.get());
            if (!turn.granted()) {
                time.after(turn.delay().plus(upTo(Duration.ofMillis(1))), () -> ask(lane, think, latency, since));
                return;
            }
            sent.merge(party, 1, Integer::sum);
            longestWait.merge(party, time.nanos() - since, Math::max);
            Duration there = upTo(latency);
            arrivals.add(time.nanos() + there.toNanos());
            time.after(there.multipliedBy(2), () -> {
                budget.learn(RateSignal.NONE);
                Duration pause = upTo(think);
                time.after(pause, () -> ask(lane, think, latency, time.nanos()));
            });
        }
    }

    int mostInAnyWindow(Duration window) {
        List<Long> all = new ArrayList<>(arrivals);
        all.sort(null);
        int most = 0;
        int first = 0;
        for (int last = 0; last < all.size(); last++) {
            while (all.get(last) - all.get(first) >= window.toNanos()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private Duration upTo(Duration most) {
        return Duration.ofNanos(most.isZero() ? 0 : random.nextLong(most.toNanos() + 1));
    }
}
