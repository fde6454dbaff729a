package dev.membersync.examples.benchmarks.micro;

import dev.membersync.examples.benchmarks.Arguments;
import dev.membersync.examples.benchmarks.Numbers;
import dev.membersync.examples.benchmarks.Report;
import dev.membersync.examples.benchmarks.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The groups of single methods. Each round runs every method of the group in a JVM of its own, one after the other, and the
 * next round begins anew: what the machine does meanwhile meets both sides of a comparison.
 */
public final class MicroBenchmarks {
    /** Options of every group. */
    public static final Map<String, String> OPTIONS = Map.of("rounds", "3", "seconds", "1");

    private static final double MOST_MICROS = 20;
    private static final double MOST_BYTES = 8 * 1024;

    private static final List<Comparison> CLIENTS = List.of(
            new Comparison("read one user, `execute`", "CallBenchmark.raw", "CallBenchmark.call"),
            new Comparison("read one user, `executeAsync`", "CallBenchmark.raw", "CallBenchmark.callAsync"));
    private static final List<Comparison> ENGINE = List.of(
            new Comparison("member to fields and marks", "MappingBenchmark.mappingByHand", "MappingBenchmark.mapping"),
            new Comparison("member to fields", "MappingBenchmark.projectionByHand", "MappingBenchmark.projection"),
            new Comparison("mark of one field", "HashBenchmark.rawMac", "HashBenchmark.mark"),
            new Comparison("marks of a record, beside one", "HashBenchmark.rawMac", "MappingBenchmark.marks"),
            new Comparison("decide, unchanged pair", "DecideBenchmark.comparison", "DecideBenchmark.unchanged"),
            new Comparison("decide, changed pair", "DecideBenchmark.comparison", "DecideBenchmark.changed"),
            new Comparison("webhook, HMAC-SHA256", "WebhookBenchmark.rawHmac", "WebhookBenchmark.hmac"),
            new Comparison("webhook, Ed25519", "WebhookBenchmark.rawPublicKey", "WebhookBenchmark.publicKey"));

    private MicroBenchmarks() {}

    /** What a call of the client costs above the JDK and Jackson. */
    public static Report clients(Arguments arguments) throws RunnerException {
        Readings readings = read(CLIENTS, arguments);
        double micros = above(readings, CLIENTS.get(0)) / 1_000;
        double bytes = readings.bytes("CallBenchmark.call").median()
                - readings.bytes("CallBenchmark.raw").median();
        return Report.create()
                .table(table(
                        "A call of the client beside java.net.http and Jackson, without a network", CLIENTS, readings))
                .note(String.format(
                        "`execute` costs %s µs and %s bytes above the same by hand; promised are at most %s µs and %s bytes: %s.",
                        Numbers.text(micros, 2),
                        Numbers.text(bytes, 0),
                        Numbers.text(MOST_MICROS, 0),
                        Numbers.text(MOST_BYTES, 0),
                        micros <= MOST_MICROS && bytes <= MOST_BYTES ? "kept" : "NOT KEPT"));
    }

    /** What the engine does with one record, and a webhook's signature. */
    public static Report engine(Arguments arguments) throws RunnerException {
        return Report.create()
                .table(table(
                        "What one record costs, beside code that does the least of it",
                        ENGINE,
                        read(ENGINE, arguments)));
    }

    /** The names of all benchmarks, as {@code Class.method}. */
    static List<String> all() {
        return Stream.concat(CLIENTS.stream(), ENGINE.stream())
                .flatMap(one -> Stream.of(one.raw(), one.ours()))
                .distinct()
                .toList();
    }

    private static Readings read(List<Comparison> comparisons, Arguments arguments) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .forks(1)
                .warmupIterations(2)
                .measurementIterations(3)
                .warmupTime(TimeValue.seconds(arguments.whole("seconds")))
                .measurementTime(TimeValue.seconds(arguments.whole("seconds")))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        comparisons.stream()
                .flatMap(one -> Stream.of(one.raw(), one.ours()))
                .distinct()
                .forEach(name -> options.include("\\." + name.replace(".", "\\.") + "$"));
        Readings readings = new Readings();
        int rounds = arguments.whole("rounds");
        for (int round = 1; round <= rounds; round++) {
            System.err.println("round " + round + " of " + rounds);
            readings.add(new Runner(options.build()).run());
        }
        return readings;
    }

    private static Table table(String title, List<Comparison> comparisons, Readings readings) {
        Table table = Table.of(
                title, "what", "raw µs", "ours µs", "difference µs", "ratio", "raw bytes", "ours bytes", "difference");
        for (Comparison one : comparisons) {
            Numbers raw = readings.bytes(one.raw());
            Numbers ours = readings.bytes(one.ours());
            table.row(
                    one.what(),
                    readings.nanos(one.raw()).spread(2, 1_000),
                    readings.nanos(one.ours()).spread(2, 1_000),
                    Numbers.text(above(readings, one) / 1_000, 2),
                    readings.ratio(one.ours(), one.raw()).spread(2, 1),
                    Numbers.text(raw.median(), 0),
                    Numbers.text(ours.median(), 0),
                    Numbers.text(ours.median() - raw.median(), 0));
        }
        return table;
    }

    private static double above(Readings readings, Comparison one) {
        return readings.nanos(one.ours()).median() - readings.nanos(one.raw()).median();
    }
}
