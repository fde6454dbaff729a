package dev.membersync.accelevents.model;

import java.time.LocalDate;
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

    /** A text, a number, an option by its label or value. */
    public static Answer of(String field, String text) {
        return new Answer(field, text);
    }

    /** A day, {@code MM/dd/yyyy} on the wire (LIVE). */
    public static Answer of(String field, LocalDate day) {
        return new Answer(field, WireTime.ANSWER.format(day));
    }

    /** A postal address, six pairs on the wire (LIVE). */
    public static Answer of(String field, Address address) {
        return new Answer(field, address.text());
    }

    /** Some of the options of a multiple choice by their labels or values, joined with a bar on the wire (LIVE). */
    public static Answer choices(String field, String... chosen) {
        return new Answer(field, String.join("|", chosen));
    }

    /**
     * A phone number, {@code 5551234567|us} on the wire (LIVE).
     *
     * @param national the number within its country
     * @param country the ISO code of two letters
     */
    public static Answer phone(String field, String national, String country) {
        return new Answer(field, national + "|" + country);
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
