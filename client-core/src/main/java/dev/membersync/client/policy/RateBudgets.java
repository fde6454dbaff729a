package dev.membersync.client.policy;

import dev.membersync.client.time.Time;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One budget for each resource that the vendor counts by, such as a location or a company: calls of one do not draw on
 * the limit of another, and each learns its own. Budgets are made when first asked for and kept. Safe for use by many
 * threads.
 */
public final class RateBudgets {
    private final RateLimit start;
    private final Time time;
    private final ConcurrentHashMap<String, RateBudget> budgets = new ConcurrentHashMap<>();

    private RateBudgets(RateLimit start, Time time) {
        this.start = start;
        this.time = time;
    }

    /** A family whose budgets all begin with one limit. */
    public static RateBudgets startingAt(RateLimit limit, Time time) {
        return new RateBudgets(limit, time);
    }

    /** The budget of a resource; the same one for the same name. */
    public RateBudget of(String resource) {
        return budgets.computeIfAbsent(resource, name -> RateBudget.of(start, time));
    }
}
