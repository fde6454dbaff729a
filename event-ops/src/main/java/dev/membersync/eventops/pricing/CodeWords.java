package dev.membersync.eventops.pricing;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** The words of codes: one word of letters and digits, without letters that look like others (article 869733). */
public final class CodeWords {
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private static final int LENGTH = 10;
    private static final int MOST = 40;

    private CodeWords() {}

    /**
     * A new word: the prefix, upper case, and ten characters of thirty, about 49 bits, so that nobody guesses one.
     *
     * @param random a source that nobody can foresee
     */
    public static String draw(String prefix, RandomGenerator random) {
        StringBuilder word = new StringBuilder(prefix.toUpperCase(Locale.ROOT));
        for (int i = 0; i < LENGTH; i++) {
            word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return check(word.toString());
    }

    /**
     * The same word, when it may be one.
     *
     * @throws IllegalArgumentException when it is not one word of 1 to 40 ASCII letters and digits
     */
    public static String check(String word) {
        Checks.check(
                word.matches("[A-Za-z0-9]{1," + MOST + "}"),
                "a code is one word of 1 to " + MOST + " letters and digits, without blanks and special characters");
        return word;
    }

    /** As words are compared: without regard to case. */
    static String folded(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
