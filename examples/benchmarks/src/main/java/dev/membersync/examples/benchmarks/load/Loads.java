package dev.membersync.examples.benchmarks.load;

import dev.membersync.examples.benchmarks.Arguments;
import dev.membersync.examples.benchmarks.Report;
import dev.membersync.examples.benchmarks.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Runs workloads: every subject a process of its own, between the same two services with the same latency and the same limit, on the same kind of store. Subjects take
 * turns, so that what the machine does meanwhile concerns all of them.
 */
public final class Loads {
    /** All options with their defaults; an empty default is the workload's. */
    public static final Map<String, String> OPTIONS = LoadOptions.DEFAULTS;

    private Loads() {}

    /**
     * Runs one workload, or several with a comma between, and reports a table for each; progress is on standard error.
     *
     * @param arguments the value of each of {@link #OPTIONS}
     * @throws IllegalArgumentException that says what is wrong with an option
     * @throws Exception when something could not be measured
     */
    public static Report run(Arguments arguments) throws Exception {
        UnaryOperator<String> option = arguments::text;
        List<Subject> subjects = subjects(option);
        Report report = Report.create();
        boolean sqlite = option.apply("store").equals("sqlite");
        try (Database store = sqlite ? Database.sqlite() : Postgres.start()) {
            for (String name : option.apply("workload").split(",")) {
                Workload workload = Workload.named(name);
                report.table(run(workload, LoadOptions.of(option, workload), subjects, store));
            }
        }
        return report;
    }

    private static List<Subject> subjects(UnaryOperator<String> option) {
        return Stream.of(option.apply("subject").split(","))
                .map(word -> word.split(":", 2))
                .map(parts -> parts[0].equals("membersync")
                        ? Membersync.inJar(Path.of(option.apply("app")).toAbsolutePath())
                        : Peer.of(parts[0], parts.length == 2 ? parts[1] : "documented", option.apply("peer")))
                .toList();
    }

    /** Runs all subjects as often as asked for. */
    static Table run(Workload workload, LoadOptions options, List<Subject> subjects, Database store) throws Exception {
        Map<String, List<Figures>> runs = new LinkedHashMap<>();
        List<Subject> able = subjects.stream()
                .filter(subject -> subject.does(workload.task()))
                .toList();
        able.forEach(subject -> runs.put(subject.name(), new ArrayList<>()));
        for (int run = 1; run <= options.runs(); run++) {
            for (Subject subject : able) {
                System.err.println(workload + ", " + subject.name() + ", run " + run + " of " + options.runs());
                Path folder = folder(options, workload + "-" + subject.name().replace(':', '-') + "-" + run);
                try (Round round = Round.open(subject, options, workload.task(), store, folder)) {
                    List<Figures> figures = runs.get(subject.name());
                    if (figures != null) {
                        figures.add(workload.course().run(round));
                    }
                    tell(round);
                }
            }
        }
        String title = workload + " " + workload.title() + ": " + options.members() + " members, "
                + options.latency().toMillis() + " ms, " + options.limit().calls() + " calls in "
                + options.limit().seconds() + " s, " + options.runs() + " runs";
        return LoadTable.of(title, runs);
    }

    /** What was asked by kind, for people who look for the cause of a figure. */
    private static void tell(Round round) {
        System.err.println("  " + Journal.of(round.stage().members()).byOperation() + " "
                + Journal.of(round.stage().events()).byOperation() + " "
                + round.stage().judge());
    }

    private static Path folder(LoadOptions options, String name) throws IOException {
        return options.keep().isEmpty()
                ? Files.createTempDirectory("membersync-load-" + name)
                : Files.createDirectories(Path.of(options.keep()).resolve(name));
    }
}
