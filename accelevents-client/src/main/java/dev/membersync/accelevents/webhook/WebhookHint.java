package dev.membersync.accelevents.webhook;

import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventId;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.accelevents.id.OrderId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one object of a body points at: records to read again through the API. It proves nothing about them. Topics and
 * bodies are not documented, so all of this is found by the vendor's spellings elsewhere (INFER). Immutable.
 *
 * @param topic       the word for what happened, as it came; known to nobody, so never to be relied on
 * @param barcodes    texts of printed codes
 * @param orders      orders
 * @param tickets     issued tickets
 * @param attendees   attendees
 * @param emails      addresses of buyers and holders
 * @param eventUrls   events by slug
 * @param events      events by number
 * @param occurrences occurrences of recurring events
 * @param partial     whether the body was too deep or too large to be searched to its end
 * @param body        the whole object, {@code null} values included and unmodifiable; damaged characters are U+FFFD
 */
public record WebhookHint(
        Optional<String> topic,
        Set<Barcode> barcodes,
        Set<OrderId> orders,
        Set<EventTicketId> tickets,
        Set<AttendeeId> attendees,
        Set<String> emails,
        Set<String> eventUrls,
        Set<EventId> events,
        Set<OccurrenceId> occurrences,
        boolean partial,
        Map<String, @Nullable Object> body) {
    private static final String PLAIN_WORD = "[A-Za-z0-9_.:/-]{1,64}";

    /** Copies the collections. */
    public WebhookHint {
        barcodes = copy(barcodes);
        orders = copy(orders);
        tickets = copy(tickets);
        attendees = copy(attendees);
        emails = copy(emails);
        eventUrls = copy(eventUrls);
        events = copy(events);
        occurrences = copy(occurrences);
        body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
    }

    /** Whether it does not name all its records, so that only a look at the whole event is sure to miss nothing. */
    public boolean isBlind() {
        return partial
                || (barcodes.isEmpty()
                        && orders.isEmpty()
                        && tickets.isEmpty()
                        && attendees.isEmpty()
                        && emails.isEmpty());
    }

    /** The topic if it is one plain word, and how many records it points at; never a person's data. */
    @Override
    public String toString() {
        int records = barcodes.size() + orders.size() + tickets.size() + attendees.size() + emails.size();
        return "WebhookHint[topic="
                + topic.filter(word -> word.matches(PLAIN_WORD)).orElse("?") + ", " + records
                + (partial ? " records or more]" : " records]");
    }

    private static <T> Set<T> copy(Set<T> set) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }
}
