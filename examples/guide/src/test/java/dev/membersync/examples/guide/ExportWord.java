package dev.membersync.examples.guide;

/** Sets variables. */
final class ExportWord implements ShellWord {
    @Override
    public void run(CommandLine line, Walk walk) {
        line.after(1).forEach(word -> {
            String[] pair = word.split("=", 2);
            walk.environment().put(pair[0], pair[1]);
        });
    }
}
