package dev.membersync.examples.guide;

import java.io.IOException;
import java.nio.file.Files;

/** Removes a file of the working folder, as somebody does who loses it. */
final class RemoveWord implements ShellWord {
    @Override
    public void run(CommandLine line, Walk walk) {
        for (String name : line.after(1)) {
            try {
                Files.delete(walk.file(name));
            } catch (IOException e) {
                throw new Mistake("there is no file " + name, e);
            }
        }
    }
}
