package dev.membersync.examples.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where things are. Tests of this module run in a folder of their own, so that commands of the pages find their files. */
public final class Places {
    private Places() {}

    /** The root of the repository. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("CONTRIBUTING.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Empties the folder that the tests run in. */
    public static void sweep() {
        Path folder = Path.of("").toAbsolutePath();
        if (!folder.endsWith(Path.of("target", "walk"))) {
            throw new IllegalStateException("these tests empty their working folder; run them in target/walk");
        }
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
