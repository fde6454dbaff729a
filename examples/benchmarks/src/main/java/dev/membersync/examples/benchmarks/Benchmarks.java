package dev.membersync.examples.benchmarks;

import dev.membersync.examples.benchmarks.load.Loads;
import dev.membersync.examples.benchmarks.loopback.Loopback;
import dev.membersync.examples.benchmarks.micro.MicroBenchmarks;
import dev.membersync.examples.benchmarks.million.MillionLinks;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that is measured, by one jar. The report is Markdown on standard output, progress is on standard error.
 *
 * <pre>java -jar examples/benchmarks/target/benchmarks.jar COMMAND [--option VALUE ...] [--out FILE]</pre>
 */
public final class Benchmarks {
    private static final String OUT = "out";

    private Benchmarks() {}

    /** All commands, in the order of the help. */
    static List<Command> commands() {
        return List.of(
                new Command(
                        "clients",
                        "what a call costs above java.net.http and Jackson, without a network",
                        MicroBenchmarks.OPTIONS,
                        MicroBenchmarks::clients),
                new Command(
                        "loopback", "the same against a server in another process", Loopback.OPTIONS, Loopback::run),
                new Command(
                        "engine",
                        "what mapping, marks, the decision and a webhook's signature cost",
                        MicroBenchmarks.OPTIONS,
                        MicroBenchmarks::engine),
                new Command(
                        "million",
                        "what a link costs among a thousand, and among a million",
                        MillionLinks.OPTIONS,
                        MillionLinks::run),
                new Command(
                        "loads",
                        "whole processes under the workloads W1 to W9, beside a peer",
                        Loads.OPTIONS,
                        Loads::run),
                new Command(
                        "hook",
                        "from a signed webhook to the write at the other service, on an idle budget",
                        Map.of("rounds", "1000"),
                        HookToWrite::run));
    }

    /** Measures what the first word names. Ends 0, or 2 for wrong usage. */
    public static void main(String[] args) throws Exception {
        int status = run(List.of(args), System.out, System.err);
        System.exit(status);
    }

    /** The same without the end of the process. */
    static int run(List<String> words, PrintStream out, PrintStream err) throws Exception {
        Command command = commands().stream()
                .filter(one -> !words.isEmpty() && one.name().equals(words.get(0)))
                .findFirst()
                .orElse(null);
        if (command == null) {
            err.print(help());
            return words.isEmpty() || words.get(0).equals("help") ? 0 : 2;
        }
        Arguments arguments;
        try {
            Map<String, String> options = new HashMap<>(command.options());
            options.put(OUT, "");
            arguments = Arguments.parse(options, words.subList(1, words.size()));
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        }
        String markdown = command.run().run(arguments).markdown();
        out.print(markdown);
        if (!arguments.text(OUT).isEmpty()) {
            Files.writeString(Path.of(arguments.text(OUT)), markdown, StandardCharsets.UTF_8);
        }
        return 0;
    }

    private static String help() {
        StringBuilder help = new StringBuilder("benchmarks.jar COMMAND [--option VALUE ...] [--out FILE]\n");
        for (Command command : commands()) {
            help.append(String.format("  %-10s %s%n", command.name(), command.summary()));
            command.options().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(option -> help.append(String.format(
                            "             --%s (%s)%n",
                            option.getKey(), option.getValue().isEmpty() ? "none" : option.getValue())));
        }
        return help.toString();
    }
}
