package dev.membersync.sync.text;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The known word that a wrong one was probably meant to be: the least edit distance (insert, remove, replace, exchange
 * of neighbours), whatever the case. Thread-safe.
 */
public final class Nearest {
    private static final int LONGEST = 100;
    private static final int LISTED = 8;

    private Nearest() {}

    /**
     * The nearest known word, the first of several; empty when none is nearer than half the length of the longer of the
     * two, or when the word is longer than 100 characters.
     */
    public static Optional<String> to(String word, Collection<String> known) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int length = Math.max(word.length(), candidate.length());
            if (length > LONGEST) {
                continue;
            }
            int distance = distance(Unicode.lowerCase(word), Unicode.lowerCase(candidate));
            if (distance * 2 <= length && distance < least) {
                nearest = candidate;
                least = distance;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** A half sentence for people: the nearest known word, else the known words (the first eight), else that none is. */
    public static String hint(String word, Collection<String> known) {
        if (known.isEmpty()) {
            return "there is none to choose from";
        }
        return to(word, known)
                .map(nearest -> "the nearest is \"" + nearest + "\"")
                .orElseGet(() -> "there are "
                        + known.stream()
                                .limit(LISTED)
                                .map(each -> "\"" + each + "\"")
                                .collect(Collectors.joining(", "))
                        + (known.size() > LISTED ? " and " + (known.size() - LISTED) + " more" : ""));
    }

    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
