package dev.membersync.accelevents.internal.value;

import java.util.Locale;

/** How words of the vendor's vocabularies are compared: without case, blanks, underscores and hyphens, and with one L in "canceled". */
public final class Words {
    private Words() {}

    /** What two equal words have in common. */
    public static String key(String word) {
        var key = new StringBuilder(word.length());
        word.toLowerCase(Locale.ROOT)
                .chars()
                .filter(c -> c != ' ' && c != '_' && c != '-')
                .forEach(c -> key.append((char) c));
        // The pages and the rows disagree on the number of Ls.
        return key.toString().replace("cancelled", "canceled");
    }

    /** Whether two words are the same. */
    public static boolean same(String left, String right) {
        return key(left).equals(key(right));
    }
}
