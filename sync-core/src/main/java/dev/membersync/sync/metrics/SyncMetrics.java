package dev.membersync.sync.metrics;

import dev.membersync.client.policy.Lane;
import dev.membersync.sync.LiveStatus;
import dev.membersync.sync.LiveSync;
import dev.membersync.sync.PlannedOperation;
import dev.membersync.sync.SyncListener;
import dev.membersync.sync.intake.LiveEvent;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/**
 * Counts what the engine does in a Micrometer registry. Give it to {@code SyncEngineBuilder.listener}; {@link #watch} adds
 * the queues of a live run. No tag holds personal data. Thread-safe.
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><th>name</th><th>kind</th><th>tags</th></tr>
 * <tr><td>{@code membersync.operations}</td><td>counter</td><td>{@code kind}: create, link, update, exchange, remove</td></tr>
 * <tr><td>{@code membersync.rows}</td><td>counter</td><td>{@code side}: members, attendees, orders</td></tr>
 * <tr><td>{@code membersync.hooks}</td><td>counter</td><td>{@code path}, {@code outcome}</td></tr>
 * <tr><td>{@code membersync.polls}</td><td>counter</td><td>{@code workflow}, {@code feed}</td></tr>
 * <tr><td>{@code membersync.poll.marked}</td><td>counter</td><td>{@code workflow}, {@code feed}</td></tr>
 * <tr><td>{@code membersync.scans}</td><td>counter</td><td>{@code workflow}, {@code complete}</td></tr>
 * <tr><td>{@code membersync.incidents}</td><td>counter</td><td>{@code kind}, {@code subject}</td></tr>
 * <tr><td>{@code membersync.resumed}</td><td>counter</td><td>{@code subject}</td></tr>
 * <tr><td>{@code membersync.queue}</td><td>gauge</td><td>{@code workflow}, {@code lane}</td></tr>
 * <tr><td>{@code membersync.halted}</td><td>gauge</td><td>none: systems that are not called</td></tr>
 * </table>
 */
public final class SyncMetrics implements SyncListener {
    private final MeterRegistry registry;
    private final SyncListener next;

    private SyncMetrics(MeterRegistry registry, SyncListener next) {
        this.registry = registry;
        this.next = next;
    }

    /** A listener that counts, and passes everything on. A module that calls this requires {@code micrometer.core} itself. */
    @SuppressWarnings("exports") // an optional dependency is not asked of modules that never count
    public static SyncMetrics of(MeterRegistry registry, SyncListener next) {
        return new SyncMetrics(registry, next);
    }

    /** Adds the gauges of a live run; each reading asks the store. */
    public void watch(LiveSync live) {
        for (LiveStatus.Flow flow : live.status().workflows()) {
            for (Lane lane : Lane.values()) {
                String word = lane.name().toLowerCase(Locale.ROOT);
                Gauge.builder("membersync.queue", live, run -> waiting(run, flow.workflow(), word))
                        .tag("workflow", flow.workflow())
                        .tag("lane", word)
                        .register(registry);
            }
        }
        Gauge.builder("membersync.halted", live, run -> run.status().halted().size())
                .register(registry);
    }

    private static double waiting(LiveSync live, String workflow, String lane) {
        return live.status().workflows().stream()
                .filter(flow -> flow.workflow().equals(workflow))
                .mapToLong(flow -> flow.queue().getOrDefault(lane, 0L))
                .sum();
    }

    @Override
    public void page(String side, int number, int rows) {
        registry.counter("membersync.rows", "side", side).increment(rows);
        next.page(side, number, rows);
    }

    @Override
    public void starting(long mails) {
        next.starting(mails);
    }

    @Override
    public void planned(PlannedOperation operation) {
        next.planned(operation);
    }

    @Override
    public void done(PlannedOperation operation) {
        registry.counter("membersync.operations", "kind", operation.kind().toLowerCase(Locale.ROOT))
                .increment();
        next.done(operation);
    }

    @Override
    public void noted(String userId, String reason) {
        next.noted(userId, reason);
    }

    @Override
    public void live(LiveEvent event) {
        count(event);
        next.live(event);
    }

    private void count(LiveEvent event) {
        if (event instanceof LiveEvent.Hooked hooked) {
            add(
                    "membersync.hooks",
                    1,
                    "path",
                    hooked.source(),
                    "outcome",
                    hooked.outcome().word());
        } else if (event instanceof LiveEvent.Polled polled) {
            add("membersync.polls", 1, "workflow", polled.workflow(), "feed", polled.feed());
            add(
                    "membersync.poll.marked",
                    (double) polled.marked(),
                    "workflow",
                    polled.workflow(),
                    "feed",
                    polled.feed());
        } else if (event instanceof LiveEvent.Scanned scanned) {
            String complete = Boolean.toString(scanned.complete());
            add("membersync.scans", 1, "workflow", scanned.workflow(), "complete", complete);
        } else if (event instanceof LiveEvent.Halted halted) {
            String kind = halted.incident().kind().toLowerCase(Locale.ROOT);
            add(
                    "membersync.incidents",
                    1,
                    "kind",
                    kind,
                    "subject",
                    halted.incident().subject());
        } else if (event instanceof LiveEvent.Resumed resumed) {
            add("membersync.resumed", 1, "subject", resumed.subject());
        }
    }

    private void add(String name, double amount, String... tags) {
        registry.counter(name, tags).increment(amount);
    }
}
