package dev.membersync.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page says what is so: each block is run, read or compared, and each link leads somewhere. With {@code
 * -Dmembersync.docs=write} the Java of the pages is written anew from its sources.
 */
class DocumentsTest {
    private static final Path ROOT = Places.root();

    static List<Path> pages() throws IOException {
        List<Path> pages =
                new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("SECURITY.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md"))
                    .map(ROOT::relativize)
                    .sorted()
                    .forEach(pages::add);
        }
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyBlockIsSo(Path page) {
        if ("write".equals(System.getProperty("membersync.docs"))) {
            Refill.page(ROOT, page);
        }
        try (Walk walk = Walk.begin()) {
            Kind.checkAll(Page.read(ROOT, ROOT.resolve(page)).blocks(), walk);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) {
        Links.check(Page.read(ROOT, ROOT.resolve(page)), ROOT);
    }

    @Test
    void noPageIsForgotten() throws IOException {
        String index = Files.readString(ROOT.resolve("docs/README.md"));

        assertThat(pages().stream()
                        .filter(page -> page.startsWith("docs") && !page.endsWith("README.md"))
                        .map(page -> page.getFileName().toString()))
                .hasSizeGreaterThan(20)
                .allSatisfy(page -> assertThat(index).contains("(" + page));
    }
}
