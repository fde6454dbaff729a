package dev.membersync.accelevents.internal.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of fields that nobody here knows: order kept, null values allowed, which {@code Map.copyOf} refuses. What they hold may be a person's and is not printed. */
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
}
