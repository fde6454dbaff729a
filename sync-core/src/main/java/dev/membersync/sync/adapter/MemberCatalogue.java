package dev.membersync.sync.adapter;

import dev.membersync.sync.record.FieldInfo;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an account's own catalogue says about the fields of members that were asked for. A name that is in neither map is
 * no custom field, or the service has no catalogue.
 *
 * @param found the custom field behind a name, by that name
 * @param missing the key that a name stands for and the account does not have, by that name
 * @param keys the keys of all custom fields of the account
 */
public record MemberCatalogue(Map<String, FieldInfo> found, Map<String, String> missing, List<String> keys) {
    public MemberCatalogue {
        found = Collections.unmodifiableMap(new TreeMap<>(found));
        missing = Collections.unmodifiableMap(new TreeMap<>(missing));
        keys = List.copyOf(keys);
    }

    /** The answer of a service that has no catalogue. */
    public static MemberCatalogue none() {
        return new MemberCatalogue(Map.of(), Map.of(), List.of());
    }
}
