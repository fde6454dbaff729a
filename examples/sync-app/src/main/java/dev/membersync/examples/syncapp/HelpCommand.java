package dev.membersync.examples.syncapp;

import dev.membersync.sync.text.Nearest;
import java.util.List;
import java.util.Set;

final class HelpCommand implements Command {
    @Override
    public String name() {
        return "help";
    }

    @Override
    public String summary() {
        return "this page, or what one command takes";
    }

    @Override
    public String arguments() {
        return "[COMMAND]";
    }

    @Override
    public Set<Option> options() {
        return Set.of();
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        List<Command> all = Commands.all();
        List<Command> shown = args.arguments().isEmpty()
                ? all
                : List.of(named(args.arguments().get(0), all));
        StringBuilder page = new StringBuilder("usage: sync-app COMMAND [OPTIONS] [--json] [--debug]\n\n");
        shown.forEach(command -> page.append(text(command)));
        page.append("\nexit status: 0 done; 1 done, but reviews, dead letters, open intents or mismatches remain;\n")
                .append("2 wrong usage or configuration, or the store is in use or unusable; 3 stopped by a guard;\n")
                .append("4 a service refused or is down\n");
        console.page(page.toString());
        return Outcome.of(Exit.DONE);
    }

    private static Command named(String name, List<Command> all) {
        List<String> names = all.stream().map(Command::name).toList();
        return all.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> AppException.usage("there is no command \"" + name + "\"; " + Nearest.hint(name, names)));
    }

    private static String text(Command command) {
        StringBuilder text = new StringBuilder(String.format("  %-13s %s%n", command.name(), command.summary()));
        if (!command.arguments().isEmpty()) {
            text.append(String.format("                %s%n", command.arguments()));
        }
        command.options().stream()
                .sorted()
                .forEach(option ->
                        text.append(String.format("                %-28s %s%n", option.form(), option.help())));
        return text.toString();
    }
}
