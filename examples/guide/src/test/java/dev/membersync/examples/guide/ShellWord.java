package dev.membersync.examples.guide;

/** Who runs the commands that begin with a word. */
interface ShellWord {
    /** Runs a command, or looks whether it could be run. Throws {@link Mistake} when it does not do what the page says. */
    void run(CommandLine line, Walk walk);
}
