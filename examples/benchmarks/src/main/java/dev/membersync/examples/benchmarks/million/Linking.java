package dev.membersync.examples.benchmarks.million;

import dev.membersync.client.time.Time;
import dev.membersync.sync.Counts;
import dev.membersync.sync.SyncReport;
import dev.membersync.sync.config.Calls;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TenantConfig;
import dev.membersync.testkit.FakeAccelevents;
import dev.membersync.testkit.FakeMemberships;
import java.util.Map;

/**
 * The process that is measured: it links the crowd once, then looks at it again and again. Before that it does the same with
 * a small crowd and stores of their own, so that no size pays for a cold JVM alone.
 */
public final class Linking {
    private final HeapWatch heap = HeapWatch.start();
    private final String left;
    private final String right;

    private Linking(String left, String right) {
        this.left = left;
        this.right = right;
    }

    /**
     * Arguments: the crowd's urls, the store's, how many rescans, {@code engine} or {@code bulk}; then the small crowd's urls and
     * the urls of its stores.
     */
    public static void main(String[] arguments) {
        for (int i = 7; i < arguments.length; i++) {
            new Linking(arguments[5], arguments[6]).run(arguments[i], 2, "warm", false);
        }
        boolean bulk = arguments[4].equals("bulk");
        new Linking(arguments[0], arguments[1]).run(arguments[2], Integer.parseInt(arguments[3]), "measured", bulk);
        System.out.println("end");
    }

    private void run(String store, int rescans, String kind, boolean bulk) {
        try (Tenant tenant = Tenant.open(config(store))) {
            if (bulk) {
                BulkLinks.fill(tenant, Time.system());
            } else {
                measure(tenant, kind + ".link");
            }
            for (int i = 0; i < rescans; i++) {
                measure(tenant, kind + ".rescan");
            }
        }
    }

    private void measure(Tenant tenant, String kind) {
        heap.mostSinceAsked();
        Calls before = tenant.calls();
        long cpu = HeapWatch.cpuNanos();
        long began = Time.system().nanos();
        SyncReport report = tenant.engine().sync();
        long wall = Time.system().nanos() - began;
        Counts counts = report.counts();
        System.out.println("kind=" + kind + " wall=" + wall + " cpu=" + (HeapWatch.cpuNanos() - cpu) + " calls="
                + tenant.calls().since(before).total() + " heap=" + heap.mostSinceAsked() + " linked="
                + counts.linked() + " unchanged=" + counts.unchanged() + " writes="
                + (counts.created() + counts.updated()) + " clean=" + report.isClean());
    }

    private TenantConfig config(String store) {
        return TenantConfig.parse(
                "benchmark.yaml",
                String.join(
                        "\n",
                        "memberships: {baseUrl: '" + left + "', apiKey: " + FakeMemberships.DEFAULT_KEY
                                + ", rate: {calls: 1000000, per: 1s}}",
                        "accelevents: {baseUrl: '" + right + "', apiKey: " + FakeAccelevents.DEFAULT_KEY
                                + ", eventUrl: " + Crowd.EVENT + ", rate: {calls: 1000000, per: 1s}}",
                        "store: {url: '" + store + "', key: 'a store key of the benchmark'}",
                        "workflows: [{template: members-to-attendees}]"),
                Map.of());
    }
}
