package dev.membersync.client.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object, flat: names and values in the order they came. Values are texts, numbers, booleans, maps and lists.
 * The reader of a list reuses one instance for all its rows, so nobody may keep it. A value that has been asked for
 * counts as read; {@link #rest()} gives those that have not. Not thread-safe.
 */
public final class Fields {
    private static final int FIRST_SIZE = 16;
    private static final int LONGEST_PLAIN = 1000;

    private String[] names = new String[FIRST_SIZE];
    private @Nullable Object[] values = new Object[FIRST_SIZE];
    private boolean[] read = new boolean[FIRST_SIZE];
    private int size;
    private boolean anyCase;

    Fields() {}

    /** A view of a nested object. */
    static Fields of(Map<?, ?> map) {
        Fields fields = new Fields();
        map.forEach((name, value) -> fields.add(String.valueOf(name), value));
        return fields;
    }

    /** From now on names are looked up without regard to case. */
    public Fields anyCase() {
        anyCase = true;
        return this;
    }

    /** Whether the name is there, with a value or with null. */
    public boolean has(String name) {
        return indexOf(name) >= 0;
    }

    /** Whether there is no field at all. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** The first of the names that has a text or a number, as text; an empty text counts as one. */
    public Optional<String> text(String name, String... others) {
        Object value = scalar(name, others);
        return value == null ? Optional.empty() : Optional.of(written(value));
    }

    /** The first of the names that has a value, as whole number; a text with a whole number counts. */
    public OptionalLong number(String name, String... others) {
        Object value = scalar(name, others);
        if (value instanceof Long || value instanceof Integer) {
            return OptionalLong.of(((Number) value).longValue());
        }
        BigDecimal decimal = value == null ? null : toDecimal(value, name);
        try {
            return decimal == null ? OptionalLong.empty() : OptionalLong.of(decimal.longValueExact());
        } catch (ArithmeticException e) {
            throw new UnreadableException("field " + name + " is no whole number");
        }
    }

    /** The first of the names that has a value, as exact decimal; a text with a number counts, an empty one does not. */
    public Optional<BigDecimal> decimal(String name, String... others) {
        Object value = scalar(name, others);
        return value == null ? Optional.empty() : Optional.ofNullable(toDecimal(value, name));
    }

    /**
     * The first of the names that has a value, as point in time: ISO 8601 with an offset or Z, or milliseconds since 1970.
     * Anything else stays unread, for a time that nobody can read must not fail a whole page.
     */
    public Optional<Instant> instant(String name, String... others) {
        Optional<Instant> first = instantOf(name);
        for (int i = 0; first.isEmpty() && i < others.length; i++) {
            first = instantOf(others[i]);
        }
        return first;
    }

    /** The first of the names that has a value, as boolean; the texts true and false count. */
    public Optional<Boolean> flag(String name, String... others) {
        Object value = scalar(name, others);
        if (value == null || value.equals("")) {
            return Optional.empty();
        }
        if (value instanceof Boolean flag) {
            return Optional.of(flag);
        }
        String text = value.toString();
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Optional.of(Boolean.parseBoolean(text));
        }
        throw new UnreadableException("field " + name + " is neither true nor false");
    }

    /** The list under the first of the names that has one; empty without. */
    public List<Object> list(String name, String... others) {
        Object value = find(name, others, List.class);
        return value == null ? List.of() : Collections.unmodifiableList(cast(value));
    }

    /** The whole numbers of a list. */
    public List<Long> longs(String name, String... others) {
        List<Long> numbers = new ArrayList<>();
        for (Object item : list(name, others)) {
            BigDecimal decimal = item == null ? null : toDecimal(item, name);
            if (decimal != null) {
                numbers.add(decimal.longValue());
            }
        }
        return List.copyOf(numbers);
    }

    /** The texts and numbers of a list, as texts. */
    public List<String> texts(String name, String... others) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(name, others)) {
            if (item instanceof String || item instanceof Number) {
                texts.add(written(item));
            }
        }
        return List.copyOf(texts);
    }

    /** The object under the first of the names that has one. */
    public Optional<Fields> object(String name, String... others) {
        Object value = find(name, others, Map.class);
        return value == null ? Optional.empty() : Optional.of(Fields.of((Map<?, ?>) value));
    }

    /** The objects of a list; other items are left out. */
    public List<Fields> objects(String name, String... others) {
        List<Fields> objects = new ArrayList<>();
        for (Object item : list(name, others)) {
            if (item instanceof Map<?, ?> map) {
                objects.add(Fields.of(map));
            }
        }
        return List.copyOf(objects);
    }

    /** All fields with a value that nobody has asked for. */
    public Map<String, Object> rest() {
        return collect(true);
    }

    /** All fields with a value. */
    public Map<String, Object> all() {
        return collect(false);
    }

    /** All fields, those that are null too: for a record that is written back whole. */
    public Map<String, @Nullable Object> whole() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            fields.put(names[i], values[i]);
        }
        return Collections.unmodifiableMap(fields);
    }

    void clear() {
        Arrays.fill(values, 0, size, null);
        Arrays.fill(read, 0, size, false);
        size = 0;
    }

    void add(String name, @Nullable Object value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
            read = Arrays.copyOf(read, size * 2);
        }
        names[size] = name;
        values[size++] = value;
    }

    private Map<String, Object> collect(boolean unreadOnly) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            Object value = values[i];
            if (value != null && !(unreadOnly && read[i])) {
                fields.put(names[i], value);
            }
        }
        return fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(fields);
    }

    private @Nullable Object scalar(String name, String[] others) {
        Object value = scalar(name);
        for (int i = 0; value == null && i < others.length; i++) {
            value = scalar(others[i]);
        }
        return value;
    }

    private @Nullable Object scalar(String name) {
        Object value = valueOf(name, false);
        if (value == null || value instanceof Map || value instanceof List) {
            return null;
        }
        valueOf(name, true);
        return value;
    }

    private Optional<Instant> instantOf(String name) {
        Object value = valueOf(name, false);
        Optional<Instant> instant =
                value instanceof String || value instanceof Number ? Instants.read(value.toString()) : Optional.empty();
        instant.ifPresent(read -> valueOf(name, true));
        return instant;
    }

    private @Nullable Object find(String name, String[] others, Class<?> type) {
        Object value = valueOf(name, false);
        if (type.isInstance(value)) {
            return valueOf(name, true);
        }
        for (String other : others) {
            if (type.isInstance(valueOf(other, false))) {
                return valueOf(other, true);
            }
        }
        return null;
    }

    private @Nullable Object valueOf(String name, boolean markRead) {
        int index = indexOf(name);
        if (index < 0) {
            return null;
        }
        read[index] |= markRead;
        return values[index];
    }

    /** From the end: of a doubled key the last value counts. */
    private int indexOf(String name) {
        for (int i = size - 1; i >= 0; i--) {
            if (anyCase ? names[i].equalsIgnoreCase(name) : names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> cast(Object value) {
        return (List<Object>) value;
    }

    private static String written(Object value) {
        return value instanceof BigDecimal decimal && isPlain(decimal) ? decimal.toPlainString() : value.toString();
    }

    private static @Nullable BigDecimal toDecimal(Object value, String name) {
        BigDecimal decimal = value instanceof BigDecimal read
                ? read
                : parsed(value.toString().strip(), name);
        if (decimal != null && !isPlain(decimal)) {
            throw new UnreadableException("field " + name + " is a number that nobody can write out");
        }
        return decimal;
    }

    private static @Nullable BigDecimal parsed(String text, String name) {
        try {
            return text.isEmpty() ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new UnreadableException("field " + name + " is no number");
        }
    }

    /** 1e999999999 is twelve bytes of JSON and a gigabyte of zeros. */
    private static boolean isPlain(BigDecimal decimal) {
        return Math.abs((long) decimal.scale()) <= LONGEST_PLAIN;
    }
}
