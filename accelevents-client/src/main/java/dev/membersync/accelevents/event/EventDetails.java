package dev.membersync.accelevents.event;

import dev.membersync.accelevents.id.EventId;
import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.WireTime;
import java.util.Map;
import java.util.Optional;

/**
 * An event as its pages describe it; the session token that some replies carry is not kept.
 *
 * @param id the numeric id; empty when the reply does not say
 * @param name the name
 * @param url the event's address, the part after {@code /events/} of its page
 * @param status the status as it came
 * @param starts the beginning, in the event's time zone
 * @param ends the end, in the event's time zone
 * @param zone the time zone's IANA id, or empty
 * @param currency the currency as it came, or empty
 * @param extra every other field but credentials
 */
public record EventDetails(
        Optional<EventId> id,
        String name,
        String url,
        String status,
        WireTime starts,
        WireTime ends,
        String zone,
        String currency,
        Map<String, Object> extra) {
    public EventDetails {
        extra = Extras.copy(extra);
    }
}
