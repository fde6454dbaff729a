package dev.membersync.memberships.location;

import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Ids;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A location, one organisation's account (SPEC, memberships-api.md 2.3).
 *
 * <p>The constructor may gain components; it is not part of the compatibility promise.
 *
 * @param id                    the vendor's id
 * @param companyId             the company (agency) it belongs to; a few calls ask for it
 * @param name                  what it is called
 * @param email                 its e-mail address
 * @param timezone              its time zone, such as {@code America/Chicago}
 * @param country               its country, two letters
 * @param allowDuplicateContact whether two contacts may share an e-mail address or phone number
 * @param extra                 the fields that this type does not know, the settings as a whole among them. Unmodifiable
 */
public record Location(
        String id,
        Optional<String> companyId,
        Optional<String> name,
        Optional<String> email,
        Optional<String> timezone,
        Optional<String> country,
        Optional<Boolean> allowDuplicateContact,
        Map<String, Object> extra) {

    /** Refuses a blank id; copies the map. */
    public Location {
        Texts.required("id", id);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    static Location read(Fields row) {
        String id = Ids.of(row, "a location", "id", "_id");
        Optional<String> companyId = row.text("companyId");
        Optional<String> name = row.text("name");
        Optional<String> email = row.text("email");
        Optional<String> timezone = row.text("timezone");
        Optional<String> country = row.text("country");
        // Taken before the settings are read: one of them does not stand for all.
        Map<String, Object> extra = row.rest();
        Optional<Boolean> duplicates =
                row.object("settings").flatMap(settings -> settings.flag("allowDuplicateContact"));
        return new Location(id, companyId, name, email, timezone, country, duplicates, extra);
    }

    /** Shows which location it is, not whom to write to. */
    @Override
    public String toString() {
        return "Location[id=" + id + ", companyId=" + companyId.orElse("?") + "]";
    }
}
