package dev.membersync.accelevents.internal.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps credentials out of the fields that are kept for not being known. */
public final class Credentials {
    private static final List<String> WORDS = List.of("token", "password", "secret", "userkey");

    private Credentials() {}

    /** The fields without those that hold a credential, at any depth. */
    public static Map<String, Object> removed(Map<String, Object> fields) {
        var kept = new LinkedHashMap<String, Object>();
        fields.forEach((name, value) -> {
            if (!named(name)) {
                kept.put(name, cleaned(value));
            }
        });
        return Collections.unmodifiableMap(kept);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the values of JSON may be null and stay so
    private static Object cleaned(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return removed((Map<String, Object>) map);
        }
        return value instanceof List<?> list
                ? Collections.unmodifiableList(
                        list.stream().map(Credentials::cleaned).collect(java.util.stream.Collectors.toList()))
                : value;
    }

    private static boolean named(String name) {
        var word = name.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(word::contains);
    }
}
