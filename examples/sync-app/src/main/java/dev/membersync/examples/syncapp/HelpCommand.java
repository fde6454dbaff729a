package dev.membersync.examples.syncapp;

import java.util.Set;

final class HelpCommand implements Command {
    @Override
    public String name() {
        return "help";
    }

    @Override
    public String summary() {
        return "this page";
    }

    @Override
    public Set<Option> options() {
        return Set.of();
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        StringBuilder page = new StringBuilder("usage: sync-app COMMAND [OPTIONS] [--json] [--debug]\n\n");
        for (Command command : Commands.all()) {
            page.append(String.format("  %-12s %s%n", command.name(), command.summary()));
            if (!command.arguments().isEmpty()) {
                page.append(String.format("              %s%n", command.arguments()));
            }
            command.options().stream()
                    .sorted()
                    .forEach(option ->
                            page.append(String.format("              %-22s %s%n", option.form(), option.help())));
        }
        page.append("\nexit status: 0 done; 1 done, but reviews, dead letters, open intents or mismatches remain;\n")
                .append("2 wrong usage or configuration; 3 stopped by a guard; 4 a service refused or is down\n");
        console.page(page.toString());
        return Outcome.of(Exit.DONE);
    }
}
