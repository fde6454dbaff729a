package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A member as its mapping sees it: what each field would write, and the fields that cannot.
 *
 * @param values the value of every field, in the spelling that is written and in the mapping's order; the value of a
 *     held field is unseen, so that a merge leaves it alone
 * @param held why a field cannot be carried across, by its name and in the mapping's order
 */
public record Projection(Map<String, Value> values, Map<String, FieldException> held) {
    public Projection {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        held = Collections.unmodifiableMap(new LinkedHashMap<>(held));
    }

    /** The value of a field; {@link Value#unseen()} when it is held or not mapped. */
    public Value value(String field) {
        return values.getOrDefault(field, Value.unseen());
    }
}
