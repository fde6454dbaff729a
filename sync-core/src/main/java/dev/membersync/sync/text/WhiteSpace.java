package dev.membersync.sync.text;

import java.util.function.IntPredicate;

/**
 * White space by Unicode's property White_Space, which neither {@link Character#isWhitespace} nor {@link String#strip}
 * follows: the no-break spaces belong to it, the separators U+001C to U+001F do not. Thread-safe.
 */
public final class WhiteSpace {
    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private WhiteSpace() {}

    /** True when the character has the property White_Space. */
    public static boolean is(int character) {
        return (character >= 0x09 && character <= 0x0D)
                || character == ' '
                || character == 0x85
                || character == 0xA0
                || character == 0x1680
                || (character >= 0x2000 && character <= 0x200A)
                || character == 0x2028
                || character == 0x2029
                || character == 0x202F
                || character == 0x205F
                || character == 0x3000;
    }

    /** The text without white space at its ends, and with one blank for every run of it, line ends included. */
    public static String squeezed(String text) {
        StringBuilder squeezed = new StringBuilder(text.length());
        boolean gap = false;
        // Every White_Space character is one UTF-16 unit, and no half of a pair is one.
        for (int i = 0; i < text.length(); i++) {
            if (is(text.charAt(i))) {
                gap = true;
                continue;
            }
            if (gap && squeezed.length() > 0) {
                squeezed.append(' ');
            }
            gap = false;
            squeezed.append(text.charAt(i));
        }
        return squeezed.toString();
    }

    /** The text without white space at its ends; inside it stays as it is. */
    public static String trimmed(String text) {
        return trimmed(text, WhiteSpace::is);
    }

    /** The text without white space, U+200B and U+FEFF at its ends: what copying from a web page leaves there. */
    public static String trimmedOfInvisible(String text) {
        return trimmed(text, unit -> is(unit) || unit == ZERO_WIDTH_SPACE || unit == BYTE_ORDER_MARK);
    }

    private static String trimmed(String text, IntPredicate cut) {
        int from = 0;
        int to = text.length();
        while (from < to && cut.test(text.charAt(from))) {
            from++;
        }
        while (to > from && cut.test(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
