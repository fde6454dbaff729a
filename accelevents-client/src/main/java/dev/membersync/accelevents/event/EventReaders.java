package dev.membersync.accelevents.event;

import dev.membersync.accelevents.id.EventId;
import dev.membersync.accelevents.internal.Ids;
import dev.membersync.accelevents.internal.value.Credentials;
import dev.membersync.accelevents.model.WireTime;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads events and organisers. */
final class EventReaders {
    private EventReaders() {}

    static EventDetails details(byte[] body) {
        return Json.row(body, List.of("event", "data"), EventReaders::details);
    }

    static EventDetails details(Fields row) {
        return new EventDetails(
                Ids.known(row, EventId::new, "eventId", "id"),
                text(row, "name", "eventName"),
                text(row, "eventURL", "eventUrl"),
                text(row, "eventStatus", "eventListingStatus"),
                WireTime.read(text(row, "eventStartDate", "startDate"), WireTime.EVENT),
                WireTime.read(text(row, "eventEndDate", "endDate"), WireTime.EVENT),
                text(row, "equivalentTimezone"),
                text(row, "currency"),
                Credentials.removed(row.rest()));
    }

    /** No page shows the reply of a creation, and a second try would make a second event: a bare address is taken too (INFER). */
    static EventDetails created(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8).strip().replace("\"", "");
        return text.matches("[A-Za-z0-9_-]*") ? nameless(text) : details(body);
    }

    static Organizer organizer(Fields row) {
        return new Organizer(
                Ids.text(row, id -> id, "organizerId", "id"),
                text(row, "name"),
                text(row, "organizerPageURL", "organizerPageUrl"),
                Credentials.removed(row.rest()));
    }

    private static EventDetails nameless(String url) {
        var never = WireTime.read("", WireTime.EVENT);
        return new EventDetails(Optional.empty(), "", url, "", never, never, "", "", Map.of());
    }

    private static String text(Fields row, String name, String... others) {
        return row.text(name, others).orElse("");
    }
}
