package dev.membersync.eventops.adapter;

import dev.membersync.accelevents.EventScope;
import dev.membersync.accelevents.event.EventDetails;
import dev.membersync.accelevents.model.WireTime;
import dev.membersync.accelevents.ticket.TicketTypeDocument;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.eventops.analytics.EventFact;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of itself: three calls. The capacity is the limit of the event, else the places of all its ticket types;
 * where the key may not read them, or tables are sold, whose places are not documented, it is not known.
 */
record EventLook(EventFact fact, String currency) {
    static EventLook of(EventScope event, DatasetRules rules) {
        EventDetails details = event.details().page().execute();
        Optional<TicketTypeDocument> types =
                ifAllowed(() -> event.ticketTypes().list().execute());
        Map<String, @Nullable Object> head =
                types.map(TicketTypeDocument::fields).orElse(Map.of());
        ZoneId zone = zone(details.zone().isEmpty() ? text(head, "equivalentTimezone") : details.zone());
        EventFact fact = new EventFact(
                event.url(),
                details.name(),
                moment(details.starts(), text(head, "eventStartDate"), zone),
                moment(details.ends(), text(head, "eventEndDate"), zone),
                zone,
                capacity(event, types),
                Optional.empty());
        return new EventLook(rules.event().apply(fact), details.currency());
    }

    private static OptionalLong capacity(EventScope event, Optional<TicketTypeDocument> types) {
        OptionalLong limit = ifAllowed(() -> event.ticketTypes().rules().execute())
                .map(rules -> rules.capacity())
                .orElse(OptionalLong.empty());
        if (limit.isPresent() || types.isEmpty()) {
            return limit;
        }
        long places = 0;
        for (Map<String, @Nullable Object> row : types.get().rows()) {
            if (text(row, "dataType").equalsIgnoreCase("ADDON")) {
                continue;
            }
            if (!(row.get("numberOfTicket") instanceof Number number)
                    || text(row, "isTable").equals("true")) {
                return OptionalLong.empty();
            }
            places = Math.addExact(places, number.longValue());
        }
        return OptionalLong.of(places);
    }

    /** Ticket types are the host's: a key of another role reads the lists and not these. */
    private static <T> Optional<T> ifAllowed(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (AuthException | NotFoundException notForThisKey) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> moment(WireTime time, String otherwise, ZoneId zone) {
        return time.at(zone).or(() -> WireTime.read(otherwise, WireTime.EVENT).at(zone));
    }

    private static ZoneId zone(String id) {
        try {
            return id.isEmpty() ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private static String text(Map<String, @Nullable Object> fields, String name) {
        Object value = fields.get(name);
        return value == null ? "" : value.toString();
    }
}
