package dev.membersync.testkit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a fake holds under the vendor's own names: a contact, an invoice, a speaker. Immutable.
 *
 * @param id the vendor's id
 * @param values everything else by the vendor's names: texts, numbers, booleans, lists and maps; a value is never null
 */
public record FakeRecord(String id, Map<String, Object> values) {
    /** Copies the values and drops what is null. */
    public FakeRecord {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                copy.put(name, value);
            }
        });
        values = Collections.unmodifiableMap(copy);
    }

    /** The same record with another value, or without one when it is null. */
    public FakeRecord with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(values);
        copy.put(name, value);
        return new FakeRecord(id, copy);
    }

    /** The same record with other values; a null takes one away. */
    public FakeRecord withAll(Map<String, ?> others) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(values);
        copy.putAll(others);
        return new FakeRecord(id, copy);
    }

    /** The id as a number, for kinds whose ids are. */
    long number() {
        return Long.parseLong(id);
    }

    /** A value as text; empty when there is none. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::valueOf);
    }

    /** The texts of a list; empty when there is none. */
    public List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The values of a contact's custom fields by field id. */
    public Map<String, Object> customFields() {
        return map("customFields");
    }

    /** A nested object; empty when there is none. */
    public Map<String, Object> map(String name) {
        Map<String, Object> inner = new LinkedHashMap<>();
        if (values.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> inner.put(String.valueOf(key), value));
        }
        return inner;
    }
}
