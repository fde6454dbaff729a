package dev.membersync.examples.benchmarks.loopback;

import com.sun.management.ThreadMXBean;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.policy.RateLimit;
import dev.membersync.client.time.Time;
import dev.membersync.examples.benchmarks.Arguments;
import dev.membersync.examples.benchmarks.Child;
import dev.membersync.examples.benchmarks.Numbers;
import dev.membersync.examples.benchmarks.Report;
import dev.membersync.examples.benchmarks.Table;
import dev.membersync.examples.benchmarks.micro.RawUsers;
import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Reading one user from a server in another process: by hand and with the client, in turns, so that what the machine does
 * meanwhile meets both. One thread, one connection.
 */
public final class Loopback {
    /** The options. */
    public static final Map<String, String> OPTIONS = Map.of("rounds", "20", "calls", "1000");

    private static final int WARM_UPS = 5;
    private static final String KEY = "a-key-of-the-benchmark";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Loopback() {}

    /** Measures. */
    public static Report run(Arguments arguments) throws Exception {
        try (Child server = Child.start(UserServer.class, List.of("-Dsun.net.httpserver.nodelay=true"))) {
            String url = server.line().getOrDefault("url", "");
            RawUsers raw = new RawUsers(HttpClient.newHttpClient(), url, KEY);
            try (MembershipsClient client = MembershipsClient.builder(MembershipsProfile.STANDARD)
                    .baseUrl(URI.create(url))
                    .apiKey(Secret.of(KEY))
                    .rateBudget(RateBudget.of(RateLimit.of(1_000_000, Duration.ofMillis(100)), Time.system()))
                    .build()) {
                List<Way> ways = List.of(
                        new Way("java.net.http `send`", () -> raw.user("m00001")),
                        new Way(
                                "client `execute`",
                                () -> client.users().user("m00001").execute()),
                        new Way(
                                "java.net.http `sendAsync`",
                                () -> raw.userAsync("m00001").join()),
                        new Way(
                                "client `executeAsync`",
                                () -> client.users()
                                        .user("m00001")
                                        .executeAsync()
                                        .join()));
                for (int round = -WARM_UPS; round < arguments.whole("rounds"); round++) {
                    for (Way way : ways) {
                        way.round(arguments.whole("calls"), round >= 0);
                    }
                }
                return report(ways);
            }
        }
    }

    private static Report report(List<Way> ways) {
        Table table = Table.of(
                "One call over loopback, in turns",
                "way",
                "p50 µs",
                "p90 µs",
                "p99 µs",
                "above its raw µs",
                "ratio",
                "CPU µs",
                "bytes on the caller's thread");
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            Way raw = ways.get(i / 2 * 2);
            table.row(
                    way.name,
                    Numbers.of(array(way.p50)).spread(1, 1),
                    Numbers.of(array(way.p90)).spread(1, 1),
                    Numbers.of(array(way.p99)).spread(1, 1),
                    way == raw ? "" : pairs(way, raw, false).spread(1, 1),
                    way == raw ? "" : pairs(way, raw, true).spread(2, 1),
                    Numbers.of(array(way.cpu)).spread(1, 1),
                    Numbers.text(Numbers.of(array(way.bytes)).median(), 0));
        }
        return Report.create()
                .table(table)
                .note(
                        "Each figure is the median over the rounds, with the smallest and the largest round; differences and"
                                + " ratios are those of the p50 of one round each. CPU and bytes are those of the calling thread.");
    }

    private static Numbers pairs(Way way, Way raw, boolean ratio) {
        double[] pairs = new double[way.p50.size()];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = ratio ? way.p50.get(i) / raw.p50.get(i) : way.p50.get(i) - raw.p50.get(i);
        }
        return Numbers.of(pairs);
    }

    private static double[] array(List<Double> readings) {
        return readings.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** One way to make the call, with what was read in each round, in microseconds and bytes for each call. */
    private static final class Way {
        private final String name;
        private final Callable<?> call;
        private final List<Double> p50 = new ArrayList<>();
        private final List<Double> p90 = new ArrayList<>();
        private final List<Double> p99 = new ArrayList<>();
        private final List<Double> cpu = new ArrayList<>();
        private final List<Double> bytes = new ArrayList<>();

        Way(String name, Callable<?> call) {
            this.name = name;
            this.call = call;
        }

        void round(int calls, boolean counts) throws Exception {
            double[] micros = new double[calls];
            long thread = Thread.currentThread().getId();
            long allocated = THREADS.getThreadAllocatedBytes(thread);
            long worked = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < calls; i++) {
                long began = System.nanoTime();
                call.call();
                micros[i] = (System.nanoTime() - began) / 1_000.0;
            }
            if (counts) {
                cpu.add((THREADS.getCurrentThreadCpuTime() - worked) / 1_000.0 / calls);
                bytes.add((double) (THREADS.getThreadAllocatedBytes(thread) - allocated) / calls);
                Numbers all = Numbers.of(micros);
                p50.add(all.at(0.5));
                p90.add(all.at(0.9));
                p99.add(all.at(0.99));
            }
        }
    }
}
