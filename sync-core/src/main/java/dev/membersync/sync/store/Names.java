package dev.membersync.sync.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names at rest: their order, and lists of them in one text (each name ends with a line end; {@code \} escapes). */
final class Names {
    /** The order of the UTF-8 bytes, which is how databases compare; {@code String} itself orders by UTF-16 units. */
    static final Comparator<String> ORDER = Names::compare;

    private Names() {}

    private static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean bothOrNone = Character.isSurrogate(x) == Character.isSurrogate(y);
                return bothOrNone ? Character.compare(x, y) : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    static String text(List<String> names) {
        StringBuilder text = new StringBuilder();
        names.forEach(name ->
                text.append(name.replace("\\", "\\\\").replace("\n", "\\n")).append('\n'));
        return text.toString();
    }

    static List<String> list(String text) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                names.add(name.toString());
                name.setLength(0);
            } else if (c == '\\' && i + 1 < text.length()) {
                i++;
                name.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
            } else {
                name.append(c);
            }
        }
        return List.copyOf(names);
    }
}
