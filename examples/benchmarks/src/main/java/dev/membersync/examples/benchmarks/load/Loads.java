package dev.membersync.examples.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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

    private static final String OUT = "out";

    private Loads() {}

    /** The same by itself: {@code --workload W1 --latency 50 ... --out FILE}. */
    public static void main(String[] args) throws Exception {
        Map<String, String> given = new HashMap<>(OPTIONS);
        given.put(OUT, "");
        for (int i = 0; i < args.length; i += 2) {
            String name = args[i].startsWith("--") ? args[i].substring(2) : args[i];
            if (!given.containsKey(name) || i + 1 == args.length) {
                System.err.println(
                        "unknown option or one without a value: " + args[i] + "; there are " + given.keySet());
                System.exit(2);
            }
            given.put(name, args[i + 1]);
        }
        String markdown = run(name -> given.getOrDefault(name, ""));
        System.out.print(markdown);
        if (!given.getOrDefault(OUT, "").isEmpty()) {
            Files.writeString(Path.of(given.getOrDefault(OUT, "")), markdown, StandardCharsets.UTF_8);
        }
        System.exit(0);
    }

    /**
     * Runs one workload, or several with a comma between, and gives back a table for each as Markdown; progress is on standard error.
     *
     * @param option the value of each of {@link #OPTIONS}
     * @throws IllegalArgumentException that says what is wrong with an option
     * @throws Exception when something could not be measured
     */
    public static String run(UnaryOperator<String> option) throws Exception {
        List<Subject> subjects = subjects(option);
        StringBuilder markdown = new StringBuilder();
        boolean sqlite = option.apply("store").equals("sqlite");
        try (Database store = sqlite ? Database.sqlite() : Postgres.start()) {
            for (String name : option.apply("workload").split(",")) {
                Workload workload = Workload.named(name);
                markdown.append(run(workload, LoadOptions.of(option, workload), subjects, store))
                        .append('\n');
            }
        }
        return markdown.toString();
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
    static String run(Workload workload, LoadOptions options, List<Subject> subjects, Database store) throws Exception {
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
