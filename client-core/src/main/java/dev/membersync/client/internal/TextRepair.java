package dev.membersync.client.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies the values of a webhook body for good: half of a surrogate pair becomes U+FFFD. */
public final class TextRepair {
    private boolean damaged;

    private TextRepair() {}

    /** An unmodifiable copy; the names of the fields with such a half go to the set (W8). */
    public static Map<String, @Nullable Object> of(Map<?, ?> fields, Set<String> held) {
        TextRepair repair = new TextRepair();
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            repair.damaged = false;
            String whole = repair.text(String.valueOf(name));
            copy.put(whole, repair.value(value));
            if (repair.damaged) {
                held.add(whole);
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private @Nullable Object value(@Nullable Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(value(item)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, item) -> copy.put(text(String.valueOf(name)), value(item)));
            return Collections.unmodifiableMap(copy);
        }
        return value;
    }

    private String text(String text) {
        if (text.codePoints().noneMatch(TextRepair::half)) {
            return text;
        }
        damaged = true;
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(half(c) ? 0xFFFD : c));
        return whole.toString();
    }

    private static boolean half(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
