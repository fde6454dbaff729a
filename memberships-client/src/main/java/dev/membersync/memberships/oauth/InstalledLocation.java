package dev.membersync.memberships.oauth;

import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.UnreadableException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A location of a company as seen by an app. The constructor may gain components; it is not part of the compatibility
 * promise.
 *
 * @param id        the location's id
 * @param name      its name
 * @param installed whether the app is installed there, where the vendor says so
 * @param extra     the fields that this type does not know. Unmodifiable
 */
public record InstalledLocation(
        String id, Optional<String> name, Optional<Boolean> installed, Map<String, Object> extra) {

    /** Copies the map. */
    public InstalledLocation {
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    static InstalledLocation read(Fields row) {
        String id = row.text("_id", "id").orElseThrow(() -> new UnreadableException("a location without an id"));
        return new InstalledLocation(id, row.text("name"), row.flag("isInstalled"), row.rest());
    }
}
