package dev.membersync.eventops.pricing;

import dev.membersync.sync.payment.Money;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The state of an object of one of the systems, as far as somebody asks for it: names and canonical texts. Plans compare
 * it, hashes read it, stores keep it.
 *
 * @param values by name; neither names nor values hold anything about a person
 */
public record Terms(NavigableMap<String, String> values) {
    public Terms {
        values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
    }

    /** No terms. */
    public static Terms none() {
        return new Terms(new TreeMap<>());
    }

    /** One term. */
    public static Terms of(String name, Object value) {
        return none().with(name, value);
    }

    /** These, and one more or another value; money is written as {@code 25.00 USD}. */
    public Terms with(String name, Object value) {
        TreeMap<String, String> more = new TreeMap<>(values);
        more.put(name, value.toString());
        return new Terms(more);
    }

    /** These and the others; the others win. */
    public Terms and(Terms others) {
        TreeMap<String, String> more = new TreeMap<>(values);
        more.putAll(others.values);
        return new Terms(more);
    }

    /** The text of this name; empty for none. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The whole number of this name, 0 for none. */
    public long whole(String name) {
        return text(name).map(Long::parseLong).orElse(0L);
    }

    Optional<Instant> instant(String name) {
        return text(name).map(Instant::parse);
    }

    /** Money as {@link #with} writes it. */
    public Optional<Money> money(String name) {
        return text(name)
                .map(text -> Money.parse(text.substring(0, text.indexOf(' ')), text.substring(text.indexOf(' ') + 1)));
    }

    /** Whether these say of everything that is asked the same. */
    public boolean meet(Terms asked) {
        return asked.values.entrySet().stream()
                .allMatch(entry -> entry.getValue().equals(values.get(entry.getKey())));
    }

    Terms only(Predicate<String> names) {
        TreeMap<String, String> some = new TreeMap<>(values);
        some.keySet().removeIf(names.negate());
        return new Terms(some);
    }

    /** The terms whose names begin with this, without it. */
    Terms under(String prefix) {
        TreeMap<String, String> some = new TreeMap<>();
        for (Map.Entry<String, String> entry : values.entrySet()) {
            if (entry.getKey().startsWith(prefix)) {
                some.put(entry.getKey().substring(prefix.length()), entry.getValue());
            }
        }
        return new Terms(some);
    }

    Terms prefixed(String prefix) {
        TreeMap<String, String> all = new TreeMap<>();
        values.forEach((name, value) -> all.put(prefix + name, value));
        return new Terms(all);
    }

    /** One line for each, in the order of the names. */
    public String text() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) ->
                text.append(escaped(name)).append('=').append(escaped(value)).append('\n'));
        return text.toString();
    }

    /** Reads what {@link #text()} wrote. */
    public static Terms read(String text) {
        TreeMap<String, String> values = new TreeMap<>();
        for (String line : text.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(plain(line.substring(0, equals)), plain(line.substring(equals + 1)));
            } else if (!line.isEmpty()) {
                throw new IllegalArgumentException("a line of the stored terms has no =");
            }
        }
        return new Terms(values);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("=", "\\e").replace("\n", "\\n");
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        boolean escape = false;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (escape) {
                plain.append(next == 'e' ? '=' : next == 'n' ? '\n' : next);
                escape = false;
            } else if (next == '\\') {
                escape = true;
            } else {
                plain.append(next);
            }
        }
        return plain.toString();
    }
}
