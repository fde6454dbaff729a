package dev.membersync.memberships.internal;

import dev.membersync.client.Change;
import dev.membersync.client.internal.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a draft sends or a query asks for, under the vendor's names, in the order it was said. Immutable. */
public final class Terms {

    private static final Terms NONE = new Terms(Map.of());
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Map<String, @Nullable Object> fields;

    private Terms(Map<String, @Nullable Object> fields) {
        this.fields = fields;
    }

    /** Nothing yet. */
    public static Terms none() {
        return NONE;
    }

    /** These. */
    public static Terms of(Map<String, ? extends @Nullable Object> fields) {
        return new Terms(new LinkedHashMap<>(fields));
    }

    /** The same with this one, which replaces one of its name. */
    public Terms and(String name, Object value) {
        return put(name, value);
    }

    /** The same with a text that is not blank. */
    public Terms text(String name, String value) {
        return put(name, Texts.required(name, value));
    }

    /** The same with this one, if there is one. */
    public Terms maybe(String name, Optional<?> value) {
        return value.isPresent() ? put(name, value.get()) : this;
    }

    /** The same with an amount of money, as an exact decimal number of the major unit. */
    public Terms money(String name, BigDecimal value) {
        return put(name, Amounts.exact(name, value));
    }

    /** The same with this change: a kept field is not sent, a cleared one is sent as {@code null}. */
    public Terms change(String name, Change<?> change) {
        if (change instanceof Change.To<?> to) {
            return put(name, to.value());
        }
        if (change instanceof Change.Clear<?>) {
            return put(name, null);
        }
        Map<String, @Nullable Object> fewer = new LinkedHashMap<>(fields);
        fewer.remove(name);
        return new Terms(fewer);
    }

    /** The same and all of the others. */
    public Terms and(Terms others) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
        more.putAll(others.fields);
        return new Terms(more);
    }

    /** The names. */
    public Set<String> names() {
        return Collections.unmodifiableSet(fields.keySet());
    }

    /** As they go out: maps, lists, texts, numbers, booleans and {@code null}; points in time in UTC with milliseconds. */
    public Map<String, @Nullable Object> map() {
        return wire(fields);
    }

    /** Shows the names alone: the values may be a person's, or secret. */
    @Override
    public String toString() {
        return fields.keySet().toString();
    }

    private Terms put(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
        more.put(name, kept(value));
        return new Terms(more);
    }

    private static @Nullable Object kept(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new LinkedHashMap<>(map);
        }
        return value instanceof Collection<?> list ? List.copyOf(list) : value;
    }

    private static Map<String, @Nullable Object> wire(Map<?, ? extends @Nullable Object> map) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        map.forEach((name, value) -> written.put(String.valueOf(name), wire(value)));
        return written;
    }

    private static @Nullable Object wire(@Nullable Object value) {
        if (value instanceof Terms terms) {
            return terms.map();
        }
        if (value instanceof Map<?, ?> map) {
            return wire(map);
        }
        if (value instanceof Collection<?> list) {
            List<@Nullable Object> written = new ArrayList<>();
            list.forEach(item -> written.add(wire(item)));
            return written;
        }
        if (value instanceof Instant instant) {
            return INSTANT.format(instant);
        }
        if (value instanceof TemporalAccessor) {
            return value.toString();
        }
        return value;
    }
}
