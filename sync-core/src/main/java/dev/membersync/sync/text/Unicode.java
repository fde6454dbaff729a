package dev.membersync.sync.text;

import java.text.Normalizer;
import java.util.Locale;

/** Normal form, lower case and broken text, the same in every default locale. Thread-safe. */
public final class Unicode {
    private Unicode() {}

    /** The text in normal form C. */
    public static String nfc(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * The text in lower case: {@code toLowerCase(Locale.ROOT)} of the normal form C. Lower-casing can leave that form
     * (J with a caron has no composed capital, its small letter has), so the result is brought into it again.
     */
    public static String lowerCase(String text) {
        return nfc(nfc(text).toLowerCase(Locale.ROOT));
    }

    /** True when the text has a control character other than white space, or half a surrogate pair. */
    public static boolean isBroken(String text) {
        return text.codePoints().anyMatch(Unicode::isBroken);
    }

    private static boolean isBroken(int character) {
        int type = Character.getType(character);
        return type == Character.SURROGATE || (type == Character.CONTROL && !WhiteSpace.is(character));
    }
}
