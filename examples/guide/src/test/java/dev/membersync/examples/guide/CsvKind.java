package dev.membersync.examples.guide;

import java.io.IOException;
import java.nio.file.Files;

/** A table begins with the columns of a file that a command of the page wrote. */
final class CsvKind implements Kind {
    @Override
    public void check(Block block, Walk walk) {
        String name = block.note("csv").orElseThrow(() -> new Mistake("a table needs <!-- csv: FILE -->"));
        String said = block.text().lines().findFirst().orElse("");
        String real = head(name, walk);
        if (!said.equals(real)) {
            throw new Mistake("the columns are " + real);
        }
    }

    private static String head(String name, Walk walk) {
        try {
            return Files.readString(walk.file(name)).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new Mistake("no command of the page wrote " + name, e);
        }
    }
}
