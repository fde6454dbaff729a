package dev.membersync.examples.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code bom/pom.xml} lists the published modules: all jars of the build but the examples and what only tests use. */
class BillOfMaterialsTest {
    private static final Path ROOT = Path.of("..", "..");

    @Test
    void listsExactlyThePublishedModules() throws IOException {
        String build = Files.readString(ROOT.resolve("pom.xml")).replaceFirst("(?s)<profiles>.*", "");
        List<String> published = found(build, "<module>([\\w-]+)</module>")
                .filter(module -> !List.of("bom", "examples", "test-support").contains(module))
                .map(module -> "membersync-" + module)
                .toList();

        assertThat(found(dependencies(), "<artifactId>([\\w-]+)</artifactId>"))
                .hasSizeGreaterThan(5)
                .containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void givesEachTheVersionOfTheBuild() throws IOException {
        assertThat(found(dependencies(), "<version>(.+)</version>")).containsOnly("${project.version}");
    }

    private static String dependencies() throws IOException {
        return Files.readString(ROOT.resolve("bom/pom.xml"))
                .replaceFirst("(?s).*<dependencyManagement>", "")
                .replaceFirst("(?s)</dependencyManagement>.*", "");
    }

    private static Stream<String> found(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult result) -> result.group(1));
    }
}
