package dev.membersync.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Compares what is too long to be printed whole. */
public final class Compare {
    private Compare() {}

    /**
     * Compares two texts, to the last line end.
     *
     * @param complaint what is wrong when they differ, and what to do
     * @throws AssertionError with the complaint and the first line that differs
     */
    public static void lines(String complaint, String is, String shouldBe) {
        List<String> lines = List.of(is.split("\n", -1));
        List<String> wanted = List.of(shouldBe.split("\n", -1));
        int at = 0;
        while (at < lines.size() && at < wanted.size() && lines.get(at).equals(wanted.get(at))) {
            at++;
        }
        if (at < lines.size() || at < wanted.size()) {
            throw new AssertionError(complaint + "\nline " + (at + 1) + "\nis:        " + shown(lines, at)
                    + "\nshould be: " + shown(wanted, at));
        }
    }

    private static String shown(List<String> lines, int at) {
        return at < lines.size() ? '"' + lines.get(at).replace("\r", "\\r") + '"' : "the end";
    }

    /**
     * Wants everything to be known.
     *
     * @param complaint what the unknown ones are
     * @throws AssertionError with the complaint and the unknown ones
     */
    public static void allKnown(String complaint, Collection<String> all, Collection<String> known) {
        List<String> unknown = unknown(all, known);
        if (!unknown.isEmpty()) {
            throw new AssertionError(complaint + ": " + unknown);
        }
    }

    /** Those that are not known, in their order; one that is there twice has to be known twice. */
    public static List<String> unknown(Collection<String> all, Collection<String> known) {
        List<String> left = new ArrayList<>(all);
        known.forEach(left::remove);
        return left;
    }
}
