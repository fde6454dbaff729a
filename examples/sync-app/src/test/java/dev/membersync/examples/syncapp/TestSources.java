package dev.membersync.examples.syncapp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Java files of the tests of all modules. What is built is not looked at: other modules may be building it. */
final class TestSources {
    private TestSources() {}

    /** @param root the folder of the whole project */
    static List<Path> below(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path parent : List.of(root, root.resolve("examples"))) {
            for (Path module : list(parent)) {
                Path tests = module.resolve("src/test/java");
                if (Files.isDirectory(tests)) {
                    found.addAll(files(tests));
                }
            }
        }
        return found;
    }

    private static List<Path> list(Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.toList();
        }
    }

    private static List<Path> files(Path tests) throws IOException {
        try (Stream<Path> files = Files.walk(tests)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
