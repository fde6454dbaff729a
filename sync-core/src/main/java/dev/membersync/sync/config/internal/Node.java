package dev.membersync.sync.config.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a YAML file with the line that it begins on, counted from one. */
public sealed interface Node {
    /** The line. */
    int line();

    /** What it is, for people. */
    String kind();

    /**
     * A text, number or truth value, as written.
     *
     * @param line the line
     * @param value the text without its quotes
     */
    record Text(int line, String value) implements Node {
        @Override
        public String kind() {
            return "a single value";
        }
    }

    /**
     * Keys with values.
     *
     * @param line the line
     * @param entries the values by key, in the order of the file
     */
    record Table(int line, Map<String, Entry> entries) implements Node {
        public Table {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a table of keys";
        }
    }

    /**
     * One key of a table.
     *
     * @param line the line of the key
     * @param value its value
     */
    record Entry(int line, Node value) {}

    /**
     * A list.
     *
     * @param line the line
     * @param items its items
     */
    record Items(int line, List<Node> items) implements Node {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A key without a value.
     *
     * @param line the line
     */
    record Nothing(int line) implements Node {
        @Override
        public String kind() {
            return "nothing";
        }
    }
}
