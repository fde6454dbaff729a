package dev.membersync.examples.benchmarks.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How a workload is run.
 *
 * @param members how many members there are
 * @param byHand one in so many members was registered by hand before; 0 for nobody
 * @param latency how late each reply is
 * @param limit what both services allow
 * @param seed of people, edits and faults
 * @param runs how often each subject is run
 * @param workers how many records a peer may work on at once
 * @param edits edits a second, of the live workloads
 * @param length how long edits go on
 * @param kills when processes are killed, where that is the workload
 * @param forced number of the call that is refused with 429 although the limit allows it; 0 for none
 * @param sqlite whether the store is a file rather than a server; two nodes need the server
 * @param jvm more options of the subject's Java runtime; NUMBER in them is a number for each process
 * @param keep where folders of runs stay; empty for a temporary place
 */
record LoadOptions(
        int members,
        int byHand,
        Duration latency,
        Limit limit,
        long seed,
        int runs,
        int workers,
        double edits,
        Duration length,
        KillRule kills,
        int forced,
        boolean sqlite,
        List<String> jvm,
        String keep) {
    /** All options of a command line with their defaults; an empty one means what the workload says. */
    static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("workload", "W1"),
            Map.entry("subject", "membersync"),
            Map.entry("members", ""),
            Map.entry("byHand", "12"),
            Map.entry("latency", "50"),
            Map.entry("rate", ""),
            Map.entry("seed", "1"),
            Map.entry("runs", "3"),
            Map.entry("workers", "8"),
            Map.entry("edits", "5"),
            Map.entry("seconds", "60"),
            Map.entry("kill", "20s"),
            Map.entry("forced", "0"),
            Map.entry("store", "postgresql"),
            Map.entry("jvm", ""),
            Map.entry("keep", ""),
            Map.entry("app", "examples/sync-app/target/sync-app.jar"),
            Map.entry("peer", "examples/camel-peer/target/camel-peer.jar"));

    /** Reads the options of a command line. Throws {@link IllegalArgumentException} that says what is wrong with one. */
    static LoadOptions of(UnaryOperator<String> option, Workload workload) {
        String members = option.apply("members");
        String rate = option.apply("rate");
        return new LoadOptions(
                members.isEmpty() ? workload.members() : (int) number("members", members),
                (int) number("byHand", option.apply("byHand")),
                Duration.ofMillis(number("latency", option.apply("latency"))),
                rate.isEmpty() ? workload.limit() : Limit.of(rate),
                number("seed", option.apply("seed")),
                (int) number("runs", option.apply("runs")),
                (int) number("workers", option.apply("workers")),
                Double.parseDouble(option.apply("edits")),
                Duration.ofSeconds(number("seconds", option.apply("seconds"))),
                KillRule.of(option.apply("kill")),
                (int) number("forced", option.apply("forced")),
                option.apply("store").equals("sqlite"),
                Stream.of(option.apply("jvm").split(" "))
                        .filter(word -> !word.isEmpty())
                        .toList(),
                option.apply("keep").isEmpty()
                        ? ""
                        : Path.of(option.apply("keep")).toAbsolutePath().toString());
    }

    private static long number(String name, String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("--" + name + " takes a whole number, not " + text);
        }
        return Long.parseLong(text);
    }
}
