package dev.membersync.examples.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the documentation. Immutable.
 *
 * @param file the file, from the root of the repository
 * @param lines its lines
 */
public record Page(Path file, List<String> lines) {
    private static final Pattern FENCE = Pattern.compile("^( *)(```+)(.*)$");
    private static final Pattern NOTE = Pattern.compile("^ *<!-- (.*?) -->$");
    private static final String STANDING = "fakes";

    public static Page read(Path root, Path file) {
        try {
            return new Page(root.relativize(file), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its blocks, from the top. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        String note = "";
        for (int at = 0; at < lines.size(); at++) {
            Matcher fence = FENCE.matcher(lines.get(at));
            Matcher comment = NOTE.matcher(lines.get(at));
            if (fence.matches()) {
                int end = end(at, fence.group(2));
                blocks.add(new Block(file, at + 1, fence.group(3).strip(), note, text(at + 1, end, fence.group(1))));
                at = end;
                note = "";
            } else if (comment.matches()) {
                note = comment.group(1).strip();
                if (note.startsWith(STANDING + ":")) {
                    blocks.add(new Block(file, at + 1, STANDING, note, ""));
                }
            } else if (!lines.get(at).isBlank()) {
                note = "";
            }
        }
        return blocks;
    }

    /** The lines that are not within a fence. */
    List<String> prose() {
        List<String> prose = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            Matcher fence = FENCE.matcher(lines.get(at));
            if (fence.matches()) {
                at = end(at, fence.group(2));
            } else {
                prose.add(lines.get(at));
            }
        }
        return prose;
    }

    private int end(int begin, String fence) {
        for (int at = begin + 1; at < lines.size(); at++) {
            if (lines.get(at).strip().equals(fence)) {
                return at;
            }
        }
        throw new Mistake(file + ":" + (begin + 1) + ": this fence has no end");
    }

    private String text(int from, int to, String indent) {
        StringBuilder text = new StringBuilder();
        lines.subList(from, to)
                .forEach(line -> text.append(line.startsWith(indent) ? line.substring(indent.length()) : line)
                        .append('\n'));
        return text.toString();
    }
}
