package dev.membersync.examples.guide;

import java.nio.file.Files;

/** What only a person who releases does: it is not done here, but a script that it names exists. */
final class ReleaserWord implements ShellWord {
    @Override
    public void run(CommandLine line, Walk walk) {
        String command = line.words().get(0);
        if (command.contains("/") && !Files.isExecutable(walk.root().resolve(command))) {
            throw new Mistake("there is no script " + command);
        }
    }
}
