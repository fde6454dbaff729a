package dev.membersync.memberships.webhook;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads values out of one object of a body. What cannot be read is held: its name goes to a set and the value counts as
 * absent, so that one odd field never costs the event.
 */
final class EventBody {
    private static final int LONGEST_NUMBER = 60;

    private final Map<String, @Nullable Object> fields;
    private final Set<String> held;

    EventBody(Map<String, @Nullable Object> fields, Set<String> held) {
        this.fields = fields;
        this.held = held;
    }

    Map<String, @Nullable Object> fields() {
        return fields;
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    /** The first of the names that has a text or a number; an empty text is no value. */
    Optional<String> text(String... names) {
        return first(EventBody::written, names);
    }

    Optional<BigDecimal> decimal(String name) {
        return first(EventBody::number, name);
    }

    Optional<Boolean> flag(String name) {
        return first(EventBody::truth, name);
    }

    /** ISO 8601 with an offset, or milliseconds since 1970. */
    Optional<Instant> time(String name) {
        return first(EventBody::moment, name);
    }

    List<String> texts(String name) {
        return this.<List<String>>first(EventBody::list, name).orElse(List.of());
    }

    Optional<EventBody> object(String name) {
        return first(value -> value instanceof Map<?, ?> map ? new EventBody(named(map), held) : null, name);
    }

    /** The values of a list of objects by the id of each. */
    Map<String, @Nullable Object> valuesById(String name) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Object item : this.<List<?>>first(v -> v instanceof List<?> list ? list : null, name)
                .orElse(List.of())) {
            String id = item instanceof Map<?, ?> map && map.get("id") != null
                    ? written(named(map).get("id"))
                    : null;
            if (id == null) {
                held.add(name);
            } else {
                values.put(id, ((Map<?, ?>) item).get("value"));
            }
        }
        return values;
    }

    private <T> Optional<T> first(Reading<T> reading, String... names) {
        for (String name : names) {
            Object value = fields.get(name);
            T read = value == null ? null : reading.read(value);
            if (read != null) {
                return Optional.of(read);
            }
            if (value != null && !value.equals("")) {
                held.add(name);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String written(@Nullable Object value) {
        if (value instanceof String text) {
            return text.isEmpty() ? null : text;
        }
        BigDecimal number = value instanceof Number ? number(value) : null;
        return number == null ? null : number.toPlainString();
    }

    /** Numbers of sane length only: written out, 1e999999999 fills a gigabyte. */
    private static @Nullable BigDecimal number(Object value) {
        if (!(value instanceof Number || value instanceof String)
                || (value instanceof BigInteger big && big.bitLength() > 4 * LONGEST_NUMBER)) {
            return null;
        }
        String text = value.toString();
        try {
            BigDecimal number = text.length() > LONGEST_NUMBER ? null : new BigDecimal(text.strip());
            return number == null || Math.abs((long) number.scale()) > LONGEST_NUMBER ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Boolean truth(Object value) {
        return value instanceof Boolean flag
                ? flag
                : value.equals("true") ? Boolean.TRUE : value.equals("false") ? Boolean.FALSE : null;
    }

    private static @Nullable Instant moment(Object value) {
        BigDecimal millis = number(value);
        try {
            if (millis != null) {
                return Instant.ofEpochMilli(millis.longValueExact());
            }
            return value instanceof String text ? Instant.parse(text.strip()) : null;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable List<String> list(Object value) {
        List<String> texts = new ArrayList<>();
        for (Object item : value instanceof List<?> list ? list : List.of(value)) {
            String text = written(item);
            if (text == null || !(value instanceof List)) {
                return null;
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> named(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }

    private interface Reading<T> {
        @Nullable T read(Object value);
    }
}
