package dev.membersync.accelevents.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of unknown fields: order kept, null values allowed, which {@code Map.copyOf} refuses. */
final class Extras {
    private Extras() {}

    static <V> Map<String, V> copy(Map<String, V> extra) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }
}
