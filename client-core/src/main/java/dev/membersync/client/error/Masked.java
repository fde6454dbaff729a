package dev.membersync.client.error;

import java.util.regex.Pattern;

/** Vendor text made fit for messages and logs: no e-mail address, no phone number, one line, bounded length. */
final class Masked {
    private static final int LONGEST = 300;
    private static final Pattern EMAIL = Pattern.compile("[^\\s\"'<>(),;:@]+(?:@|%40)[^\\s\"'<>(),;:@]*");
    // At least seven digits, with the separators people write; vendor codes of exactly seven plain digits stay.
    private static final Pattern PHONE =
            Pattern.compile("\\+\\d[\\d\\s().\\-/]{5,}\\d|\\(?\\d[\\d\\s().\\-/]{7,}\\d|\\d{3}[-. ]\\d{4}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    // Unseen, and within an address they would hide it from the pattern.
    private static final Pattern FORMAT = Pattern.compile("\\p{Cf}+");

    private Masked() {}

    static String text(String vendorText) {
        // Cut after masking: a cut first could leave half an address that no pattern recognises.
        String seen = FORMAT.matcher(bounded(vendorText)).replaceAll("");
        String line = CONTROL.matcher(seen).replaceAll(" ");
        String masked = PHONE.matcher(EMAIL.matcher(line).replaceAll("<email>")).replaceAll("<phone>");
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "..." : masked;
    }

    /** Ends with a whole word where there is one. */
    private static String bounded(String text) {
        if (text.length() <= 8 * LONGEST) {
            return text;
        }
        int word = text.lastIndexOf(' ', 8 * LONGEST);
        return text.substring(0, word > 0 ? word : 8 * LONGEST);
    }
}
