package dev.membersync.client.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reply headers: names without regard to case, several values per name; immutable. */
public final class Headers {
    private static final Headers NONE = new Headers(Map.of());

    private final Map<String, List<String>> values;

    private Headers(Map<String, List<String>> values) {
        this.values = values;
    }

    /** No headers. */
    public static Headers none() {
        return NONE;
    }

    /** Copies the map; names that differ in case only are merged. */
    public static Headers of(Map<String, List<String>> values) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.forEach((name, list) -> copy.merge(name, List.copyOf(list), Headers::joined));
        return new Headers(copy);
    }

    /** One value per name, in the form name, value, name, value. */
    public static Headers of(String... namesAndValues) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            copy.merge(namesAndValues[i], List.of(namesAndValues[i + 1]), Headers::joined);
        }
        return new Headers(copy);
    }

    /** Takes a map as it is; it must be unmodifiable and ignore case on look-up. */
    static Headers trusted(Map<String, List<String>> values) {
        return new Headers(values);
    }

    /** The first value of a header. */
    public Optional<String> first(String name) {
        List<String> list = values.get(name);
        return list == null || list.isEmpty() ? Optional.empty() : Optional.of(list.get(0));
    }

    /** All values of a header, in the order they came. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Names only: a value may be a secret. */
    @Override
    public String toString() {
        return values.keySet().toString().toLowerCase(Locale.ROOT);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new java.util.ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
