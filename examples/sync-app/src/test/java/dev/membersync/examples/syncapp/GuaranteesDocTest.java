package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** docs/guarantees.md names tests that exist and that say themselves which failure they are about. */
class GuaranteesDocTest {
    private static final Path ROOT = Path.of("../..");
    private static final int LAST = 80;
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (F-\\d\\d) \\|(.*)$");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)#(\\w+)`");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");
    private static final Pattern ID = Pattern.compile("F-(\\d\\d)");
    private static final Pattern RANGE = Pattern.compile("F-(\\d\\d) to F-(\\d\\d)");

    private final String doc = read(ROOT.resolve("docs/guarantees.md"));

    private record Claim(String id, String type, String method) {}

    private List<Claim> claims() {
        return ROW.matcher(doc)
                .results()
                .flatMap(row -> TEST.matcher(row.group(2))
                        .results()
                        .map(test -> new Claim(row.group(1), test.group(1), test.group(2))))
                .toList();
    }

    @Test
    void everyRowNamesATest() {
        List<String> rows = ROW.matcher(doc).results().map(row -> row.group(1)).toList();

        assertThat(rows).hasSizeGreaterThan(40).doesNotHaveDuplicates().isSorted();
        assertThat(claims()).extracting(Claim::id).containsAll(rows);
    }

    @Test
    void everyNamedTestExistsAndCarriesTheId() throws IOException {
        Map<String, List<Path>> sources = sources();
        List<String> wrong = new ArrayList<>();
        for (Claim claim : claims()) {
            Optional<String> head = sources.getOrDefault(claim.type(), List.of()).stream()
                    .map(GuaranteesDocTest::read)
                    .flatMap(source -> head(source, claim.method()).stream())
                    .findFirst();
            if (head.isEmpty()) {
                wrong.add(claim + " does not exist");
            } else if (!carries(head.get(), claim)) {
                wrong.add(claim + " does not say that it is about " + claim.id());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyTestThatThePageNamesExists() throws IOException {
        Map<String, List<Path>> sources = sources();
        List<String> wrong = NAMED.matcher(doc)
                .results()
                .filter(named -> !exists(sources.getOrDefault(named.group(1), List.of()), named.group(2)))
                .map(named -> "docs/guarantees.md names " + named.group() + ", which does not exist")
                .toList();
        assertThat(wrong).isEmpty();
    }

    private static boolean exists(List<Path> types, @Nullable String method) {
        return types.stream()
                .anyMatch(type -> method == null || head(read(type), method).isPresent());
    }

    /** The line of the method and what stands above it. */
    private static Optional<String> head(String source, String method) {
        List<String> lines = source.lines().toList();
        Pattern declaration = Pattern.compile("\\bvoid " + method + "\\(");
        return IntStream.range(0, lines.size())
                .filter(line -> declaration.matcher(lines.get(line)).find())
                .mapToObj(line -> String.join("\n", lines.subList(blankBefore(lines, line), line + 1)))
                .findFirst();
    }

    private static int blankBefore(List<String> lines, int line) {
        int at = line;
        while (at > 0 && !lines.get(at).isBlank()) {
            at--;
        }
        return at;
    }

    private static boolean carries(String head, Claim claim) {
        return head.contains(claim.id())
                || claim.method().startsWith("f" + claim.id().substring(2));
    }

    /** By the name of the class, which several modules may use. */
    private static Map<String, List<Path>> sources() throws IOException {
        return TestSources.below(ROOT).stream()
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString().replace(".java", "")));
    }

    @Test
    void everyIdOfTheCatalogueIsProvenOrNamedAsNotProven() {
        Set<Integer> named = new TreeSet<>();
        ID.matcher(doc).results().map(GuaranteesDocTest::number).forEach(named::add);
        Matcher ranges = RANGE.matcher(doc);
        while (ranges.find()) {
            IntStream.rangeClosed(Integer.parseInt(ranges.group(1)), Integer.parseInt(ranges.group(2)))
                    .forEach(named::add);
        }

        List<String> wrong = new ArrayList<>();
        IntStream.rangeClosed(1, LAST)
                .filter(number -> !named.contains(number))
                .forEach(number -> wrong.add("F-%02d has no row in docs/guarantees.md".formatted(number)));
        named.stream()
                .filter(number -> number > LAST)
                .forEach(number -> wrong.add("F-%02d is beyond LAST of this test; raise it".formatted(number)));
        assertThat(named).doesNotContain(0);
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothingIsProvenAndNotProvenAtOnce() {
        String open = doc.substring(doc.indexOf("Not proven yet:"));
        Set<String> claimed = claims().stream().map(Claim::id).collect(Collectors.toSet());

        assertThat(ID.matcher(open).results().map(MatchResult::group)).doesNotContainAnyElementsOf(claimed);
    }

    private static int number(MatchResult id) {
        return Integer.parseInt(id.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
