package dev.membersync.sync.config.internal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A slip of the pen that a parser notices late or describes badly. Looked for only in a text that is not YAML, in the line
 * that the parser names and those before it.
 *
 * @param line its line
 * @param what what is wrong and what to do; never a part of the text
 */
record Slip(int line, String what) {
    /** Nobody writes a longer line by hand. */
    private static final int LONGEST = 1_000;

    private static final Pattern HARD_BLANK = Pattern.compile("^\\s*[\\u00a0\\u2007\\u202f\\u3000]");
    private static final Pattern BARE_BRACE = Pattern.compile("^[^\"'#]*:\\s+\\{[^{}]*\\}\\s*[^\\s#,\\]}].*");
    private static final Pattern NO_BLANK = Pattern.compile("^\\s*(-\\s+)?[A-Za-z_]\\w*:[\"'\\[{].*");
    private static final Pattern NO_COLON = Pattern.compile("^\\s*(-\\s+)?[A-Za-z_]\\w*\\s+[\"'\\[{].*");

    /** The first slip up to a line. */
    static Optional<Slip> first(String text, int last) {
        List<String> lines = text.lines().limit(last).toList();
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> what = lines.get(i).length() > LONGEST ? Optional.empty() : what(lines.get(i));
            if (what.isPresent()) {
                return Optional.of(new Slip(i + 1, what.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> what(String line) {
        if (HARD_BLANK.matcher(line).find()) {
            return Optional.of("a no-break space stands at the beginning of the line; indent with common blanks");
        }
        if (isOpen(line)) {
            return Optional.of("a quote that is opened and not closed");
        }
        if (BARE_BRACE.matcher(line).matches()) {
            return Optional.of("a value that begins with { and is a text: put it in quotes");
        }
        if (NO_BLANK.matcher(line).matches()) {
            return Optional.of("a blank is missing after the colon");
        }
        return NO_COLON.matcher(line).matches() ? Optional.of("a colon is missing after the key") : Optional.empty();
    }

    /** Whether a quoted text goes on behind the end of the line. */
    private static boolean isOpen(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char at = line.charAt(i);
            if (quote == '"' && at == '\\') {
                i++;
            } else if (quote != 0) {
                quote = at == quote ? 0 : quote;
            } else if (at == '#' && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
                return false;
            } else if ((at == '"' || at == '\'') && opens(line, i)) {
                quote = at;
            }
        }
        return quote != 0;
    }

    /** A quote within a word is a letter of it, such as an apostrophe. */
    private static boolean opens(String line, int at) {
        String before = line.substring(0, at).stripTrailing();
        return before.isEmpty() || ":,[{-".indexOf(before.charAt(before.length() - 1)) >= 0;
    }
}
