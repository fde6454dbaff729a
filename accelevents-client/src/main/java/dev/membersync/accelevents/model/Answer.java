package dev.membersync.accelevents.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one registration field.
 *
 * @param field the field name, exactly as the form prints it
 * @param value the value as the wire has it: a text as a rule, null when nothing was answered
 */
public record Answer(String field, @Nullable Object value) {
    public Answer {
        Objects.requireNonNull(field, "field");
    }

    /** The value as a text; empty when nothing was answered. */
    public String text() {
        return value == null ? "" : value.toString();
    }

    /** Whether this is the field's name, without regard to case and outer blanks. */
    public boolean isFor(String name) {
        return field.strip().equalsIgnoreCase(name.strip());
    }

    @Override
    public String toString() {
        return "Answer[" + field + "]";
    }
}
