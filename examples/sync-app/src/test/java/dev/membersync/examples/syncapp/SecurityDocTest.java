package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** docs/security.md names a proof for each threat, and the tests that it names exist. */
class SecurityDocTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (T\\d+) \\|(.*)\\|([^|]*)\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract))`");

    private final String doc = Files.readString(ROOT.resolve("docs/security.md"));

    SecurityDocTest() throws IOException {}

    private List<MatchResult> rows() {
        return ROW.matcher(doc).results().toList();
    }

    @Test
    void theThreatsAreCountedWithoutAGap() {
        assertThat(rows())
                .extracting(row -> row.group(1))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, rows().size())
                        .mapToObj(number -> "T" + number)
                        .toList())
                .hasSizeGreaterThan(15);
    }

    @Test
    void everyThreatHasAProofThatExists() throws IOException {
        Set<String> tests = tests();
        List<String> wrong = new ArrayList<>();
        for (MatchResult row : rows()) {
            List<String> named = TEST.matcher(row.group(3))
                    .results()
                    .map(test -> test.group(1))
                    .toList();
            if (named.isEmpty()) {
                wrong.add("docs/security.md: " + row.group(1) + " names no test");
            }
            named.stream()
                    .filter(test -> !tests.contains(test))
                    .forEach(test -> wrong.add(
                            "docs/security.md: " + row.group(1) + " names " + test + ", which does not exist"));
        }
        assertThat(wrong).isEmpty();
    }

    private static Set<String> tests() throws IOException {
        return TestSources.below(ROOT).stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }
}
