package dev.membersync.testkit.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object as the services read it: numbers may arrive as texts and texts as numbers. Immutable. */
public final class JsonObject {
    private final Map<String, @Nullable Object> values;

    private JsonObject(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** Reads a map as an object. */
    public static JsonObject of(Map<?, ?> map) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        map.forEach((key, value) -> values.put(String.valueOf(key), value));
        return new JsonObject(values);
    }

    static List<JsonObject> objectsIn(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException("an array of objects is expected");
        }
        List<JsonObject> objects = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("an array of objects is expected");
            }
            objects.add(of(map));
        }
        return List.copyOf(objects);
    }

    /** The keys, in the order they were sent. */
    public Set<String> keys() {
        return Set.copyOf(values.keySet());
    }

    /** The keys and values as they were sent; values may be null. */
    public Map<String, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** Whether the key is there at all, null included. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Whether the value is a JSON string. */
    public boolean isText(String key) {
        return values.get(key) instanceof String;
    }

    /** Whether the value is a JSON number. */
    public boolean isNumber(String key) {
        return values.get(key) instanceof Number;
    }

    /** Whether the key is there with the value null. */
    public boolean isNull(String key) {
        return has(key) && values.get(key) == null;
    }

    /** A text, number or boolean as text; empty when missing or null. */
    public Optional<String> text(String key) {
        Object value = values.get(key);
        boolean scalar = value instanceof String || value instanceof Number || value instanceof Boolean;
        return scalar ? Optional.of(String.valueOf(value)) : Optional.empty();
    }

    /** The text, or the fallback. */
    public String text(String key, String fallback) {
        return text(key).orElse(fallback);
    }

    /** A whole number, sent as number or text; empty when missing or something else. */
    public OptionalLong whole(String key) {
        return text(key)
                .filter(text -> text.matches("-?\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElseGet(OptionalLong::empty);
    }

    /** A decimal number, sent as number or text; empty when missing or something else. */
    public Optional<BigDecimal> decimal(String key) {
        return text(key)
                .filter(text -> text.matches("-?\\d{1,18}(\\.\\d{1,9})?"))
                .map(BigDecimal::new);
    }

    /** True for the JSON boolean or the text {@code true}. */
    public boolean flag(String key) {
        return text(key).map(Boolean::parseBoolean).orElse(false);
    }

    /** An object below the key; empty when missing. */
    public Optional<JsonObject> object(String key) {
        return values.get(key) instanceof Map<?, ?> map ? Optional.of(of(map)) : Optional.empty();
    }

    /** The objects of an array; an empty list when the key is missing or null. */
    public List<JsonObject> objects(String key) {
        Object value = values.get(key);
        return value == null ? List.of() : objectsIn(value);
    }

    /** The texts of an array; an empty list when the key is missing. */
    public List<String> texts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** An object below the key read as texts by name; empty when missing. */
    public Map<String, String> textMap(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(key).ifPresent(inner -> inner.values.forEach((name, value) -> texts.put(name, String.valueOf(value))));
        return texts;
    }
}
