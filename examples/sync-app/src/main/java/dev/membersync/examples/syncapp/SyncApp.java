package dev.membersync.examples.syncapp;

import dev.membersync.client.time.Time;
import dev.membersync.sync.Counts;
import dev.membersync.sync.config.Calls;
import dev.membersync.sync.text.Nearest;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The command line. */
public final class SyncApp {
    private static final List<String> HELP = List.of("help", "--help", "-h");
    private static final List<String> HELP_OF = List.of("--help", "-h");

    private final Surroundings surroundings;
    private final List<Command> commands = Commands.all();

    private SyncApp(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Runs a command and ends the process with its status. */
    public static void main(String[] args) {
        // Names of people and events are shown whatever the locale of the terminal says.
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Surroundings machine = new Surroundings(System.in, out, err, System.getenv(), Time.system());
        System.exit(run(List.of(args), machine));
    }

    /** Runs a command within this process; gives its exit status. */
    public static int run(List<String> words, Surroundings surroundings) {
        return new SyncApp(surroundings).run(words).status();
    }

    private Exit run(List<String> words) {
        Console console = new Console(surroundings.out(), surroundings.err(), words.contains(Option.JSON.flag()));
        String name = words.isEmpty() ? "" : words.get(0);
        long began = surroundings.time().nanos();
        try {
            if (isCommand(name) && words.stream().skip(1).anyMatch(HELP_OF::contains)) {
                return run(List.of("help", name));
            }
            Command command = command(name);
            Set<Option> options = EnumSet.of(Option.JSON, Option.DEBUG);
            options.addAll(command.options());
            int most = command.arguments().isEmpty() ? 0 : command.arguments().split(" ").length;
            Args args = Args.parse(command.name(), options, most, words.subList(1, words.size()));
            Outcome outcome = command.run(args, console, surroundings);
            if (!outcome.said()) {
                console.facts(outcome.json(command.name(), millisSince(began)));
            }
            return outcome.exit();
        } catch (RuntimeException e) {
            return fail(e, name, began, console, words.contains(Option.DEBUG.flag()));
        }
    }

    private Exit fail(RuntimeException e, String name, long began, Console console, boolean debug) {
        Failure failure = Failure.of(e);
        console.line("error: " + failure.message());
        if (debug) {
            e.printStackTrace(surroundings.err());
        }
        Outcome outcome = new Outcome(failure.exit(), Counts.NONE, Calls.NONE, Facts.map("message", failure.message()));
        console.facts(outcome.json(isCommand(name) ? name : "", millisSince(began)));
        return failure.exit();
    }

    private Command command(String word) {
        String name = HELP.contains(word) ? "help" : word.equals("--version") ? "version" : word;
        return commands.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow(() -> AppException.usage(unknown(word)));
    }

    private String unknown(String word) {
        List<String> names = commands.stream().map(Command::name).toList();
        String what = word.isEmpty() ? "name a command" : "there is no command \"" + word + "\"";
        String near = Nearest.to(word, names)
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse("");
        return what + near + " (" + String.join(", ", names) + "); sync-app help says what each does";
    }

    private boolean isCommand(String word) {
        return commands.stream().anyMatch(command -> command.name().equals(word));
    }

    private long millisSince(long nanos) {
        return Duration.ofNanos(surroundings.time().nanos() - nanos).toMillis();
    }
}
