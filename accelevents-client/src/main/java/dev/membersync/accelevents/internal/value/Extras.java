package dev.membersync.accelevents.internal.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fields kept by name: copies with their order and null values, which {@code Map.copyOf} refuses. */
public final class Extras {
    private Extras() {}

    /** The copy. */
    public static <V> Map<String, V> copy(Map<String, V> extra) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** A field that is a text or a number, as text. */
    public static Optional<String> text(Map<String, @Nullable Object> fields, String name) {
        var value = fields.get(name);
        return value instanceof String || value instanceof Number ? Optional.of(value.toString()) : Optional.empty();
    }
}
