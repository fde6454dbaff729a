package dev.membersync.accelevents.event;

import dev.membersync.accelevents.internal.value.Extras;
import java.util.Map;

/**
 * Who organises events.
 *
 * @param id the number, as text
 * @param name the name
 * @param pageUrl the last part of the organiser's page, which {@link Events#ofOrganizer} takes
 * @param extra every other field of the row but credentials
 */
public record Organizer(String id, String name, String pageUrl, Map<String, Object> extra) {
    public Organizer {
        extra = Extras.copy(extra);
    }
}
