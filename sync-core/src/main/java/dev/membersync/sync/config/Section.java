package dev.membersync.sync.config;

import dev.membersync.sync.config.internal.Node;
import dev.membersync.sync.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One table of a file. Knows the keys it was asked for, so that what is left over can be told; a mistake is noted and
 * answered with nothing.
 */
final class Section {
    /** The marks that word processors put in the place of straight ones. */
    private static final String TYPOGRAPHIC = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb";

    private final String path;
    private final Node.Table table;
    private final Environment environment;
    private final Mistakes mistakes;
    private final Shape shape;
    private final boolean rehearsing;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> refused = new LinkedHashSet<>();

    Section(String path, Node.Table table, Environment environment, Mistakes mistakes) {
        this(path, table, environment, mistakes, new Shape(), false);
    }

    private Section(
            String path,
            Node.Table table,
            Environment environment,
            Mistakes mistakes,
            Shape shape,
            boolean rehearsing) {
        this.path = path;
        this.table = table;
        this.environment = environment;
        this.mistakes = mistakes;
        this.shape = shape;
        this.rehearsing = rehearsing;
    }

    /** A file of which every key seems to be there, so that readers show every key that they know. */
    static Section rehearsal(Node.Table table, Shape shape) {
        return new Section("", table, Environment.of(Map.of()), new Mistakes("schema"), shape, true);
    }

    /** What is taken for a key, as noted by those who read it. */
    Shape.Key shape(String key) {
        return shape.key(key);
    }

    /** What each row holds, as noted by those who read them. */
    void rowsOf(Map<String, Object> type) {
        shape.rows().of(type);
    }

    private Section below(String key, Node.Table value, Shape of) {
        return new Section(path(key), value, environment, mistakes, of, rehearsing);
    }

    Mistakes mistakes() {
        return mistakes;
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The line of a key; the line of the table when it has none. */
    int line(String key) {
        Node.Entry entry = table.entries().get(key);
        return entry == null ? table.line() : entry.line();
    }

    /** The keys that it has, known or not. */
    Set<String> keys() {
        return Set.copyOf(table.entries().keySet());
    }

    void mistake(String key, String message) {
        mistakes.add(line(key), path(key), message);
    }

    boolean has(String key) {
        known.add(key);
        shape.key(key);
        Node.Entry entry = table.entries().get(key);
        return rehearsing || (entry != null && !(entry.value() instanceof Node.Nothing));
    }

    Optional<Scalar> scalar(String key) {
        return has(key) ? scalar(key, entry(key)) : Optional.empty();
    }

    Optional<Scalar> required(String key, String remedy) {
        shape.key(key).required();
        if (!has(key)) {
            mistake(key, "this key is missing; " + remedy);
            return Optional.empty();
        }
        return scalar(key);
    }

    /** A table below this one; an empty one when there is none. */
    Section section(String key) {
        Node value = has(key) ? entry(key).value() : new Node.Nothing(table.line());
        return below(key, asTable(key, value), shape.key(key).table());
    }

    /** The tables of a list. */
    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        Shape each = shape.key(key).list().table();
        if (rehearsing && !(entry(key).value() instanceof Node.Items)) {
            return List.of(below(key, new Node.Table(0, Map.of()), each));
        }
        if (has(key) && entry(key).value() instanceof Node.Items list) {
            for (Node item : list.items()) {
                String place = key + "[" + sections.size() + "]";
                sections.add(below(place, asTable(place, item), each));
            }
        } else if (has(key)) {
            mistake(
                    key,
                    "this is a list: begin each item with a dash, not "
                            + entry(key).value().kind());
        }
        return sections;
    }

    /** A list of single values. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        shape.key(key).list();
        if (has(key) && entry(key).value() instanceof Node.Items list) {
            list.items()
                    .forEach(item -> scalar(key, new Node.Entry(item.line(), item))
                            .ifPresent(scalar -> texts.add(scalar.value())));
        } else if (has(key)) {
            mistake(key, "this is a list of single values: write them in brackets, with commas between them");
        }
        return texts;
    }

    /** What stands under a key as maps, lists and texts, whatever its form; empty when there is nothing. */
    Optional<Object> plain(String key) {
        shape.key(key).of(SchemaTypes.TREE);
        return has(key) && !(entry(key).value() instanceof Node.Nothing)
                ? Optional.of(plain(key, entry(key).value()))
                : Optional.empty();
    }

    private Object plain(String key, Node node) {
        if (node instanceof Node.Table below) {
            Map<String, Object> rows = new LinkedHashMap<>();
            below.entries().forEach((name, entry) -> rows.put(name, plain(key, entry.value())));
            return rows;
        }
        if (node instanceof Node.Items list) {
            return list.items().stream().map(item -> plain(key, item)).toList();
        }
        return node instanceof Node.Text text ? environment.fill(text.value(), text.line(), path(key), mistakes) : "";
    }

    /** The same table, whose mistakes are noted elsewhere. */
    Section noting(Mistakes elsewhere) {
        return new Section(path, table, environment, elsewhere, shape, rehearsing);
    }

    /** All rows of this table as texts. */
    Map<String, Scalar> rows() {
        Map<String, Scalar> rows = new LinkedHashMap<>();
        shape.rows();
        table.entries().forEach((key, entry) -> {
            known.add(key);
            if (entry.value() instanceof Node.Nothing) {
                mistake(key, "this row has no value after the colon");
            } else {
                scalar(key, entry).ifPresent(value -> rows.put(key, value));
            }
        });
        return rows;
    }

    /** All rows of this table as lists of texts; a single value is a list of one. */
    Map<String, List<String>> lists() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        shape.rows().orOne();
        table.entries().forEach((key, entry) -> {
            known.add(key);
            List<String> texts = entry.value() instanceof Node.Items
                    ? texts(key)
                    : scalar(key, entry).map(Scalar::value).stream().toList();
            if (texts.isEmpty()) {
                mistake(key, "this row has no words; write one, or several in brackets: [gold, silver]");
            } else {
                rows.put(key, texts);
            }
        });
        return rows;
    }

    /** Notes a key as one that this version cannot honour. */
    void refuse(String key, String why) {
        refused.add(key);
        shape.refuse(key);
        if (table.entries().containsKey(key)) {
            mistake(key, why);
        }
    }

    /** Accepts keys without looking at them. */
    void accept(String... keys) {
        known.addAll(List.of(keys));
    }

    /** Tells the keys that nobody asked for. */
    void end() {
        table.entries().keySet().stream()
                .filter(key -> !known.contains(key) && !refused.contains(key))
                .forEach(key -> mistake(key, "unknown key; " + hint(key)));
    }

    private String hint(String key) {
        if (key.matches("\\d+")) {
            return "a comma begins another key: write a number without commas in it, and a point before decimals";
        }
        return Nearest.to(key, known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElseGet(() -> "the keys here are " + String.join(", ", known));
    }

    private Optional<Scalar> scalar(String key, Node.Entry entry) {
        if (entry.value() instanceof Node.Text text) {
            if (!text.value().isEmpty() && TYPOGRAPHIC.indexOf(text.value().charAt(0)) >= 0) {
                mistakes.add(
                        text.line(),
                        path(key),
                        "typographic quotation marks are letters here; write straight ones: \"");
            }
            String filled = environment.fill(text.value(), text.line(), path(key), mistakes);
            return Optional.of(new Scalar(entry.line(), path(key), text.value(), filled));
        }
        mistake(key, "this is a single value, not " + entry.value().kind());
        return Optional.empty();
    }

    private Node.Table asTable(String key, Node value) {
        if (value instanceof Node.Table below) {
            return below;
        }
        if (!(value instanceof Node.Nothing)) {
            mistakes.add(value.line(), path(key), "this is a table of keys, not " + value.kind());
        }
        return new Node.Table(value.line(), Map.of());
    }

    private Node.Entry entry(String key) {
        Node.Entry entry = table.entries().get(key);
        return entry == null ? new Node.Entry(table.line(), new Node.Nothing(table.line())) : entry;
    }
}
