package dev.membersync.accelevents.internal.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of unknown fields: order kept, null values allowed, which {@code Map.copyOf} refuses. */
public final class Extras {
    private Extras() {}

    /** The copy. */
    public static <V> Map<String, V> copy(Map<String, V> extra) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }
}
