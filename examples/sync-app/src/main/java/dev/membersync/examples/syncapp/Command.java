package dev.membersync.examples.syncapp;

import java.util.Set;

/** One thing that the application can do. */
interface Command {
    /** The word that starts it. */
    String name();

    /** One line for people. */
    String summary();

    /** What may follow, besides {@code --json} and {@code --debug}. */
    Set<Option> options();

    /** What may follow besides options, as the help shows it; empty when nothing may. */
    default String arguments() {
        return "";
    }

    /** Does it. */
    Outcome run(Args args, Console console, Surroundings surroundings);
}
