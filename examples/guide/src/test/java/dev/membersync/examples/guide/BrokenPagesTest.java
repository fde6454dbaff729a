package dev.membersync.examples.guide;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page that is wrong does not pass: each of these is, and its first line says how. */
class BrokenPagesTest {
    private static final Path FOLDER = Places.root().resolve("examples/guide/src/test/resources/broken");

    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void itIsFound(String name) {
        Page page = Page.read(FOLDER, FOLDER.resolve(name));
        String says = page.lines().get(0).replaceAll("^<!-- says: | -->$", "");

        assertThatThrownBy(() -> check(page)).isInstanceOf(Mistake.class).hasMessageContaining(says);
    }

    private static void check(Page page) {
        try (Walk walk = Walk.begin()) {
            Kind.checkAll(page.blocks(), walk);
        }
        Links.check(page, FOLDER);
    }
}
