package dev.membersync.accelevents.internal;

import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.UnreadableException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Ids within rows: numbers that may come as texts and texts that may come as numbers. */
public final class Ids {
    private Ids() {}

    /** The number without which a row is of no use. */
    public static long number(Fields row, String name, String... others) {
        return known(row, id -> id, name, others).orElseThrow(() -> new UnreadableException("a row has no " + name));
    }

    /** The text without which a row is of no use. */
    public static <T> T text(Fields row, Function<String, T> type, String name, String... others) {
        return knownText(row, type, name, others).orElseThrow(() -> new UnreadableException("a row has no " + name));
    }

    /** A number that a row may lack; zero stands for none. */
    public static <T> Optional<T> known(Fields row, LongFunction<T> type, String name, String... others) {
        var number = row.number(name, others);
        return number.isPresent() && number.getAsLong() > 0
                ? Optional.of(type.apply(number.getAsLong()))
                : Optional.empty();
    }

    /** A text that a row may lack; blanks and zeros stand for none. */
    public static <T> Optional<T> knownText(Fields row, Function<String, T> type, String name, String... others) {
        return row.text(name, others)
                .map(String::strip)
                .filter(text -> !text.matches("0*"))
                .map(type);
    }
}
