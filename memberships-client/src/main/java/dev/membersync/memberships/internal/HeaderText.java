package dev.membersync.memberships.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts made fit for a header value. */
public final class HeaderText {

    private HeaderText() {}

    /** The text itself when it is visible ASCII, else percent-encoded: different texts stay different. */
    public static String of(String text) {
        // What the encoding itself writes is encoded too, or "a+b" and "a b" would meet.
        boolean plain = text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '%' && c != '+');
        return plain ? text : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
