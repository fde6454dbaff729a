package dev.membersync.eventops.privacy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one system shows of a person, as it is read and at rest nowhere.
 *
 * @param email the address; empty when there is none
 * @param name the full name; empty when there is none
 * @param values everything that is shown, by its label
 */
public record Sheet(String email, String name, Map<String, String> values) {
    public Sheet {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Shows the labels only. */
    @Override
    public String toString() {
        return "Sheet" + values.keySet();
    }
}
