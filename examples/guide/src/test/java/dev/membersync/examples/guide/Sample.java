package dev.membersync.examples.guide;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Output as a page shows it: three dots stand for anything, on a line of their own for any lines; times, moments and digests
 * may be others.
 *
 * @param text what the page shows
 */
public record Sample(String text) {
    /** How far a run is, each two seconds. */
    private static final String PROGRESS = "  ... read ";

    private static final String ANY = "...";
    private static final Pattern TIME =
            Pattern.compile("\\b\\d+([.,]\\d+)? (ms|s|seconds|minutes|hours)\\b|\\b\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{12,64}\\b");

    public static Sample of(String text) {
        return new Sample(text);
    }

    /** The sample of this name on a page. */
    public static Sample named(String name, String page) {
        Path root = Places.root();
        return Page.read(root, root.resolve(page)).blocks().stream()
                .filter(block -> block.note("output").filter(name::equals).isPresent())
                .map(block -> new Sample(block.text()))
                .findFirst()
                .orElseThrow(() -> new Mistake(page + " has no output \"" + name + "\""));
    }

    /** Throws {@link Mistake} when this was not printed. */
    public void requireLike(String printed) {
        if (!pattern().matcher(plain(printed)).matches()) {
            throw new Mistake("this was not printed, but\n" + printed);
        }
    }

    private Pattern pattern() {
        List<String> lines = plain(text).lines().toList();
        return Pattern.compile(lines.stream()
                .map(line -> line.strip().equals(ANY) ? "(?:.*\n)*?" : quoted(line) + "\n")
                .collect(Collectors.joining()));
    }

    private static String quoted(String line) {
        return Pattern.compile(ANY, Pattern.LITERAL)
                .splitAsStream(line + " ")
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"))
                .replace(" \\E", "\\E");
    }

    /** Without what hangs on the speed of the machine, and without white space at the ends of lines. */
    private static String plain(String text) {
        String timeless = TIME.matcher(text).replaceAll("TIME");
        return DIGEST.matcher(timeless)
                .replaceAll("DIGEST")
                .lines()
                .filter(line -> !line.startsWith(PROGRESS))
                .map(String::stripTrailing)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
