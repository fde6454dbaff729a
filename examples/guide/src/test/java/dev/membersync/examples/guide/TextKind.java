package dev.membersync.examples.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A text is what the last command printed, or by its name what a test compares with it. */
final class TextKind implements Kind {
    private static final Path TESTS = Path.of("examples", "guide", "src", "test", "java");

    @Override
    public void check(Block block, Walk walk) {
        String name = block.note("output")
                .orElseThrow(
                        () -> new Mistake("a text needs <!-- output --> or <!-- output: NAME --> right before it"));
        if (!name.isEmpty()) {
            requireTest(walk.root().resolve(TESTS), name);
            return;
        }
        Sample.of(block.text()).requireLike(walk.shown());
    }

    private static void requireTest(Path tests, String name) {
        try (Stream<Path> files = Files.walk(tests)) {
            if (files.filter(file -> file.toString().endsWith("Test.java")).noneMatch(file -> names(file, name))) {
                throw new Mistake("no test compares the output \"" + name + "\"");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean names(Path file, String name) {
        try {
            return Files.readString(file).contains("Sample.named(\"" + name + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
