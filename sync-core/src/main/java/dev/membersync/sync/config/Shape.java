package dev.membersync.sync.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that a reader asked a table for, and what it takes for each: what the schema for editors is made of. Filled by
 * {@link Section} and {@link Values} while they are read from.
 */
final class Shape {
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Set<String> refused = new LinkedHashSet<>();
    private Optional<Key> rows = Optional.empty();

    /** What stands under a key. */
    static final class Key {
        private Map<String, Object> type = Map.of();
        private Optional<Object> standard = Optional.empty();
        private Optional<Shape> below = Optional.empty();
        private boolean list;
        private boolean oneToo;
        private boolean required;

        Map<String, Object> type() {
            return type;
        }

        Optional<Object> standard() {
            return standard;
        }

        Optional<Shape> below() {
            return below;
        }

        boolean isList() {
            return list;
        }

        boolean isRequired() {
            return required;
        }

        Key of(Map<String, Object> other) {
            type = other;
            return this;
        }

        Key standard(Object value) {
            standard = Optional.of(value);
            return this;
        }

        Key required() {
            required = true;
            return this;
        }

        Key list() {
            list = true;
            return this;
        }

        Key orOne() {
            oneToo = true;
            return list();
        }

        /** True for a list that may be written as its one value. */
        boolean isOneToo() {
            return oneToo;
        }

        /** The shape of the table below; of a list, of each of its tables. */
        Shape table() {
            Shape shape = below.orElseGet(Shape::new);
            below = Optional.of(shape);
            return shape;
        }
    }

    Key key(String name) {
        return keys.computeIfAbsent(name, unknown -> new Key());
    }

    /** Any key may stand here, and this is what each of them holds. */
    Key rows() {
        Key key = rows.orElseGet(Key::new);
        rows = Optional.of(key);
        return key;
    }

    void refuse(String name) {
        refused.add(name);
    }

    Map<String, Key> keys() {
        Map<String, Key> accepted = new LinkedHashMap<>(keys);
        refused.forEach(accepted::remove);
        return accepted;
    }

    Optional<Key> anyRow() {
        return rows;
    }
}
