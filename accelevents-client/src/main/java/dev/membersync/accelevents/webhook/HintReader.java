package dev.membersync.accelevents.webhook;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toCollection;

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
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

    /** The spellings of accelevents-api.md 1.9 and 2.6, and what makes an id of the text; it refuses what is none. */
    private static final Map<String, Function<String, Object>> IDS = Map.ofEntries(
            entry("barcode", Barcode::new),
            entry("barcodeid", Barcode::new),
            entry("orderid", HintReader::order),
            entry("ticketordernumber", HintReader::order),
            entry("eventticketingid", EventTicketId::new),
            entry("eventticketid", EventTicketId::new),
            entry("ticketid", EventTicketId::new),
            entry("ticketingid", EventTicketId::new),
            entry("attendeeid", AttendeeId::new),
            entry("email", text -> matching("[^\\s@]+@[^\\s@]+", text)),
            entry("eventurl", text -> matching("[A-Za-z0-9._~-]+", text)),
            entry("eventid", text -> new EventId(Long.parseLong(text))),
            entry("recurringeventid", text -> new OccurrenceId(Long.parseLong(text))));

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
        Set<Object> found = new LinkedHashSet<>();
        boolean whole = search(row, found, 1);
        return new WebhookHint(
                topic(row),
                only(Barcode.class, found),
                only(OrderId.class, found),
                only(EventTicketId.class, found),
                only(AttendeeId.class, found),
                texts(true, found),
                texts(false, found),
                only(EventId.class, found),
                only(OccurrenceId.class, found),
                !whole,
                TextRepair.of(row, new HashSet<>()));
    }

    private static Optional<String> topic(Map<String, @Nullable Object> row) {
        return row.entrySet().stream()
                .filter(field -> field.getValue() instanceof String && TOPICS.contains(key(field.getKey())))
                .sorted(Comparator.comparing(field -> TOPICS.indexOf(key(field.getKey()))))
                .flatMap(field -> scalar(String.valueOf(field.getValue())).stream())
                .findFirst();
    }

    /** Adds what stands in the object; false when it was not searched to its end. */
    private boolean search(Map<?, ?> object, Set<Object> found, int depth) {
        boolean order = object.keySet().stream().anyMatch(name -> ORDER_MARKS.contains(key(name)));
        boolean whole = true;
        for (Map.Entry<?, ?> field : object.entrySet()) {
            String key = key(field.getKey());
            Function<String, Object> id = order && key.equals("id") ? HintReader::order : IDS.get(singular(key));
            whole &= search(field.getValue(), id, found, depth);
        }
        return whole;
    }

    private boolean search(
            @Nullable Object value, @Nullable Function<String, Object> id, Set<Object> found, int depth) {
        boolean nested = value instanceof Map || value instanceof List;
        if (--valuesLeft < 0 || (nested && depth == DEEPEST)) {
            return false;
        }
        boolean whole = true;
        if (value instanceof Map<?, ?> map) {
            whole = search(map, found, depth + 1);
        } else if (value instanceof List<?> list) {
            for (Object item : list) {
                whole &= search(item, id, found, depth + 1);
            }
        } else if (value != null && id != null) {
            scalar(value).flatMap(text -> made(id, text)).ifPresent(found::add);
        }
        return whole;
    }

    private static Optional<Object> made(Function<String, Object> id, String text) {
        try {
            return Optional.of(id.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static OrderId order(String text) {
        return new OrderId(Long.parseLong(text));
    }

    private static String key(Object name) {
        return name.toString().replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static String singular(String key) {
        return key.endsWith("s") ? key.substring(0, key.length() - 1) : key;
    }

    /** A text or whole number, as text; empty for what can be neither id nor word. */
    private static Optional<String> scalar(Object value) {
        String text = value instanceof Boolean ? "" : value.toString().strip();
        if (value instanceof BigDecimal decimal) {
            try {
                text = Long.toString(decimal.longValueExact());
            } catch (ArithmeticException e) {
                return Optional.empty();
            }
        }
        boolean odd =
                text.isEmpty() || text.length() > LONGEST || text.codePoints().anyMatch(HintReader::unwritable);
        return odd ? Optional.empty() : Optional.of(text);
    }

    private static boolean unwritable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static <T> Set<T> only(Class<T> type, Set<Object> found) {
        return found.stream().filter(type::isInstance).map(type::cast).collect(toCollection(LinkedHashSet::new));
    }

    private static Set<String> texts(boolean emails, Set<Object> found) {
        return only(String.class, found).stream()
                .filter(text -> text.contains("@") == emails)
                .collect(toCollection(LinkedHashSet::new));
    }

    private static String matching(String pattern, String text) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException("the text is something else");
        }
        return text;
    }
}
