package dev.membersync.sync.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A userId inside a text for people, as it is to be replaced by a pseudonym. */
final class Mentions {
    /** A shorter one may be a word or a number of its own; it counts only where a text calls it a member. */
    private static final int DISTINCT = 10;

    private final Pattern pattern;
    private final String replacement;

    Mentions(String userId, String pseudonym) {
        String before = userId.length() < DISTINCT ? "(?<=\\bmember )" : "(?<![A-Za-z0-9_-])";
        this.pattern = Pattern.compile(before + Pattern.quote(userId) + "(?![A-Za-z0-9_-])");
        this.replacement = Matcher.quoteReplacement(pseudonym);
    }

    String replaced(String text) {
        return pattern.matcher(text).replaceAll(replacement);
    }
}
