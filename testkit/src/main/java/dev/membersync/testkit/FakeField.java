package dev.membersync.testkit;

import java.util.List;
import java.util.Set;

/**
 * A field of the registration form.
 *
 * @param name what answers are keyed by, exactly
 * @param type {@code TEXT}, {@code DROPDOWN}, {@code EMAIL}, {@code NUMBER}, {@code DATE} or any other text
 * @param question whether it is listed under questions, not attributes
 * @param mandatory whether the payment step insists on an answer
 * @param options choices of a dropdown
 * @param ticketTypes the only ticket types that ask for it; empty for all
 */
public record FakeField(
        String name, String type, boolean question, boolean mandatory, List<String> options, Set<Long> ticketTypes) {

    /** Copies the collections. */
    public FakeField {
        options = List.copyOf(options);
        ticketTypes = Set.copyOf(ticketTypes);
    }

    /** An optional text among the attributes. */
    public static FakeField attribute(String name) {
        return new FakeField(name, "TEXT", false, false, List.of(), Set.of());
    }

    /** An optional text among the questions. */
    public static FakeField question(String name) {
        return new FakeField(name, "TEXT", true, false, List.of(), Set.of());
    }

    /** The same field with a choice of options. */
    public FakeField withOptions(String... choices) {
        return new FakeField(name, "DROPDOWN", question, mandatory, List.of(choices), ticketTypes);
    }

    /** The same field, insisted on. */
    public FakeField asMandatory() {
        return new FakeField(name, type, question, true, options, ticketTypes);
    }

    /** The same field, asked for by these ticket types only. */
    public FakeField onlyFor(Long... typeIds) {
        return new FakeField(name, type, question, mandatory, options, Set.of(typeIds));
    }

    /** The same field of another type, such as {@code BILLING_ADDRESS} or {@code MULTIPLE_CHOICE}. */
    public FakeField ofType(String other) {
        return new FakeField(name, other, question, mandatory, options, ticketTypes);
    }

    /** The same field under another name. */
    public FakeField named(String other) {
        return new FakeField(other, type, question, mandatory, options, ticketTypes);
    }

    boolean address() {
        return type.endsWith("_ADDRESS");
    }

    boolean asksFor(long typeId) {
        return ticketTypes.isEmpty() || ticketTypes.contains(typeId);
    }
}
