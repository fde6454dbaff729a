package dev.membersync.eventops.ticket;

/** What a scanner or a keyboard makes of a code, and the way back. */
final class ScannedText {
    /** A backslash and the six digits of an ECI, which some scanners put before the text. */
    private static final int ECI_LENGTH = 7;

    private ScannedText() {}

    /** Without one leading ECI marker, control characters and blanks; nothing else is removed or translated. */
    static String clean(String scanned) {
        StringBuilder clean = new StringBuilder(scanned.length());
        for (int i = startsWithEci(scanned) ? ECI_LENGTH : 0; i < scanned.length(); i++) {
            char c = scanned.charAt(i);
            if (c > 0x20 && c != 0x7f) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /** With a to z as capitals, whatever the locale. */
    static String fold(String clean) {
        return mapped(clean, c -> c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
    }

    /** With Y and Z exchanged, as a keyboard of another country types them. */
    static String exchanged(String folded) {
        return mapped(folded, c -> c == 'Y' ? 'Z' : c == 'Z' ? 'Y' : c);
    }

    private interface CharMap {
        char of(char c);
    }

    private static String mapped(String text, CharMap map) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = map.of(chars[i]);
        }
        return new String(chars);
    }

    private static boolean startsWithEci(String text) {
        return text.length() >= ECI_LENGTH
                && text.charAt(0) == '\\'
                && text.substring(1, ECI_LENGTH).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
