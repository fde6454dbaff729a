package dev.membersync.sync.proof;

import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RateLimit;
import dev.membersync.sync.story.World;
import dev.membersync.testkit.RateProof;
import dev.membersync.testkit.RequestLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What one process after the other sends: its budgets, and how much of them the services saw used. */
final class Calls {
    private static final RateLimit LIMIT = RateLimit.of(40, Duration.ofSeconds(10));
    private static final Set<String> WRITES = Set.of(
            "holders.update", "holders.updateByBarcode", "tickets.exchange", "tickets.delete", "contacts.update");
    private static final Set<String> ORDERS = Set.of("orders.create", "orders.pay");

    private final World world;
    private RateBudget left;
    private RateBudget right;
    private boolean turn;
    private int bornAt;
    private int bornAtLeft;
    private int mostCalls;

    Calls(World world) {
        this.world = world;
        world.left = this::budget;
        world.right = this::budget;
        begin();
    }

    /** The clients are built in this order, the Memberships one first. */
    private RateBudget budget() {
        turn = !turn;
        return turn ? left : right;
    }

    /** A process begins: it knows nothing of what the one before it has sent. */
    void begin() {
        left = RateBudget.of(LIMIT, world.time);
        right = RateBudget.of(LIMIT, world.time);
    }

    void end() {
        bornAt = measured(world.accelevents.requests(), bornAt);
        bornAtLeft = measured(world.memberships.requests(), bornAtLeft);
    }

    private int measured(RequestLog log, int from) {
        List<RequestLog.Entry> entries = log.entries();
        List<Instant> arrivals = entries.subList(from, entries.size()).stream()
                .map(RequestLog.Entry::at)
                .toList();
        mostCalls = Math.max(mostCalls, RateProof.of(arrivals).highestIn(LIMIT.per()));
        return entries.size();
    }

    /** One process keeps the limit; one that begins where another was killed cannot know of that one's calls. */
    Optional<String> overBudget() {
        end();
        return mostCalls > LIMIT.calls()
                ? Optional.of("G6 " + mostCalls + " calls in 10 s, and " + LIMIT.calls() + " are allowed")
                : Optional.empty();
    }

    private Stream<RequestLog.Entry> all() {
        return Stream.concat(
                world.accelevents.requests().entries().stream(), world.memberships.requests().entries().stream());
    }

    long writes() {
        return all().filter(entry -> WRITES.contains(entry.operation()) || ORDERS.contains(entry.operation()))
                .count();
    }

    /** How many writes of an existing record were answered badly or not at all. */
    long disturbedWrites() {
        return all().filter(entry -> entry.fault() != null && WRITES.contains(entry.operation()))
                .count();
    }
}
