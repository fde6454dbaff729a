package dev.membersync.accelevents.internal.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fields kept by name: copies with their order and null values, which {@code Map.copyOf} refuses. What they hold may be a person's and is not printed. */
public final class Extras {
    private Extras() {}

    /** The copy. */
    public static <V> Map<String, V> copy(Map<String, V> extra) {
        return Collections.unmodifiableMap(new Unprinted<>(extra));
    }

    private static final class Unprinted<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1L;

        private Unprinted(Map<String, V> fields) {
            super(fields);
        }

        @Override
        public String toString() {
            return "{" + size() + " fields}";
        }
    }

    /** A field that is a text or a number, as text. */
    public static Optional<String> text(Map<String, @Nullable Object> fields, String name) {
        var value = fields.get(name);
        return value instanceof String || value instanceof Number ? Optional.of(value.toString()) : Optional.empty();
    }
}
