package dev.membersync.examples.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The lines of a source between {@code // snippet: name} and {@code // end}. */
final class Region {
    private Region() {}

    /** A region, without the indentation that all of its lines have. */
    static String of(Path source, String name) {
        List<String> lines = lines(source);
        int begin = index(lines, "// snippet: " + name, 0, source);
        int end = index(lines, "// end", begin, source);
        return unindented(lines.subList(begin + 1, end));
    }

    /** Lines without the indentation that all of them have. */
    static String unindented(List<String> lines) {
        return String.join("\n", lines).stripIndent() + "\n";
    }

    private static int index(List<String> lines, String mark, int from, Path source) {
        for (int at = from; at < lines.size(); at++) {
            if (lines.get(at).strip().equals(mark)) {
                return at;
            }
        }
        throw new Mistake(source.getFileName() + " has no line \"" + mark + "\" there");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
