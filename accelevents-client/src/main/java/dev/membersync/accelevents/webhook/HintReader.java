package dev.membersync.accelevents.webhook;

import static java.util.Map.entry;

import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventId;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.TextRepair;
import dev.membersync.client.internal.UnreadableException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Finds what a body points at. Names count without case, underscores and hyphens, plurals like singulars (INFER). */
final class HintReader {
    private static final int DEEPEST = 16;
    private static final int MOST_VALUES = 50_000;
    private static final int LONGEST = 200;

    /** Where a topic may stand in an object, the most telling first (INFER). */
    private static final List<String> TOPICS =
            List.of("topic", "webhooktopic", "webhooktype", "webhookevent", "eventtype", "event", "action", "type");

    /** An {@code id} is that of an order where one of these stands beside it (DOC, accelevents-api.md 2.6). */
    private static final Set<String> ORDER_MARKS = Set.of("purchaser", "attendee", "totalamount");

    /** The spellings of accelevents-api.md 1.9 and 2.6. */
    private static final Map<String, BiConsumer<Found, String>> IDS = Map.ofEntries(
            entry("barcode", Found::barcode),
            entry("barcodeid", Found::barcode),
            entry("orderid", Found::order),
            entry("ticketordernumber", Found::order),
            entry("eventticketingid", Found::ticket),
            entry("eventticketid", Found::ticket),
            entry("ticketid", Found::ticket),
            entry("ticketingid", Found::ticket),
            entry("attendeeid", Found::attendee),
            entry("email", Found::email),
            entry("eventurl", Found::eventUrl),
            entry("eventid", Found::event),
            entry("recurringeventid", Found::occurrence));

    private int valuesLeft = MOST_VALUES;

    private HintReader() {}

    /**
     * Reads one hint for each object; equal ones count once.
     *
     * @throws UnreadableException when the body is no UTF-8, or neither an object nor a list of objects; its message quotes
     *     nothing
     */
    static List<WebhookHint> read(byte[] body) {
        HintReader reader = new HintReader();
        return Json.utf8Objects(body).stream().map(reader::hint).distinct().toList();
    }

    private WebhookHint hint(Map<String, @Nullable Object> row) {
        Found found = new Found();
        search(row, found, 1);
        return new WebhookHint(
                topic(row),
                found.barcodes,
                found.orders,
                found.tickets,
                found.attendees,
                found.emails,
                found.eventUrls,
                found.events,
                found.occurrences,
                found.partial,
                TextRepair.of(row, new HashSet<>()));
    }

    private static Optional<String> topic(Map<String, @Nullable Object> row) {
        String topic = null;
        int best = TOPICS.size();
        for (Map.Entry<String, @Nullable Object> field : row.entrySet()) {
            int rank = TOPICS.indexOf(key(field.getKey()));
            String text = rank >= 0 && rank < best && field.getValue() instanceof String word ? scalar(word) : null;
            if (text != null) {
                topic = text;
                best = rank;
            }
        }
        return Optional.ofNullable(topic);
    }

    private void search(Map<?, ?> object, Found found, int depth) {
        boolean order = object.keySet().stream().anyMatch(name -> ORDER_MARKS.contains(key(name)));
        object.forEach((name, value) -> {
            String key = key(name);
            BiConsumer<Found, String> id = IDS.get(key.endsWith("s") ? key.substring(0, key.length() - 1) : key);
            search(value, order && key.equals("id") ? Found::order : id, found, depth);
        });
    }

    private void search(@Nullable Object value, @Nullable BiConsumer<Found, String> id, Found found, int depth) {
        boolean nested = value instanceof Map || value instanceof List;
        if (--valuesLeft < 0 || (nested && depth >= DEEPEST)) {
            found.partial = true;
        } else if (value instanceof Map<?, ?> map) {
            search(map, found, depth + 1);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> search(item, id, found, depth + 1));
        } else if (value != null && id != null) {
            found.take(id, scalar(value));
        }
    }

    private static String key(Object name) {
        return name.toString().replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }

    /** A text or whole number, as text; null for what can be neither id nor word. */
    private static @Nullable String scalar(Object value) {
        if (value instanceof BigDecimal decimal) {
            try {
                return Long.toString(decimal.longValueExact());
            } catch (ArithmeticException e) {
                return null;
            }
        }
        String text = value instanceof Boolean ? "" : value.toString().strip();
        boolean odd =
                text.isEmpty() || text.length() > LONGEST || text.codePoints().anyMatch(HintReader::unwritable);
        return odd ? null : text;
    }

    private static boolean unwritable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    /** What one object points at so far. */
    private static final class Found {
        private final Set<Barcode> barcodes = new LinkedHashSet<>();
        private final Set<OrderId> orders = new LinkedHashSet<>();
        private final Set<EventTicketId> tickets = new LinkedHashSet<>();
        private final Set<AttendeeId> attendees = new LinkedHashSet<>();
        private final Set<String> emails = new LinkedHashSet<>();
        private final Set<String> eventUrls = new LinkedHashSet<>();
        private final Set<EventId> events = new LinkedHashSet<>();
        private final Set<OccurrenceId> occurrences = new LinkedHashSet<>();
        private boolean partial;

        void take(BiConsumer<Found, String> id, @Nullable String text) {
            try {
                if (text != null) {
                    id.accept(this, text);
                }
            } catch (IllegalArgumentException e) {
                // The types of the ids know what is none.
            }
        }

        void barcode(String text) {
            barcodes.add(new Barcode(text));
        }

        void order(String text) {
            orders.add(new OrderId(Long.parseLong(text)));
        }

        void ticket(String text) {
            tickets.add(new EventTicketId(text));
        }

        void attendee(String text) {
            attendees.add(new AttendeeId(text));
        }

        void email(String text) {
            if (text.matches("[^\\s@]+@[^\\s@]+")) {
                emails.add(text);
            }
        }

        void eventUrl(String text) {
            if (text.matches("[A-Za-z0-9._~-]+")) {
                eventUrls.add(text);
            }
        }

        void event(String text) {
            events.add(new EventId(Long.parseLong(text)));
        }

        void occurrence(String text) {
            occurrences.add(new OccurrenceId(Long.parseLong(text)));
        }
    }
}
