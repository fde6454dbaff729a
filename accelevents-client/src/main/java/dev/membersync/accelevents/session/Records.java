package dev.membersync.accelevents.session;

import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.WireTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records that are kept and written whole, so that no field is lost for not being known here. */
final class Records {
    /** The longest texts the vendor takes (SPEC, DOC). */
    private static final Map<String, Integer> LONGEST =
            Map.of("title", 255, "description", 65_024, "firstName", 50, "lastName", 50, "email", 75, "company", 255);

    private Records() {}

    /** The record with one field replaced where it stands, or added at the end; a field that is not touched is not judged. */
    static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
        var most = LONGEST.getOrDefault(name, Integer.MAX_VALUE);
        if (value instanceof String text && text.length() > most) {
            throw new IllegalArgumentException(name + " takes " + most + " characters, not " + text.length());
        }
        var changed = new LinkedHashMap<String, @Nullable Object>(fields);
        changed.put(name, value);
        return Extras.copy(changed);
    }

    /** Refuses to write a record that would come out wiped. */
    static Map<String, @Nullable Object> complete(
            String what, Map<String, @Nullable Object> fields, List<String> needed) {
        var missing = needed.stream().filter(name -> !fields.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("an update replaces the whole " + what + " and needs " + missing
                    + ": read all of it first or give them with with(..)");
        }
        return fields;
    }

    static WireTime time(Map<String, @Nullable Object> fields, String name) {
        return WireTime.read(Extras.text(fields, name).orElse(""), WireTime.EVENT);
    }
}
