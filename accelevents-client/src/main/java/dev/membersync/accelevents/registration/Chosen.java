package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.form.Choice;
import dev.membersync.accelevents.form.FormField;
import dev.membersync.accelevents.model.FieldType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The options that an answer names.
 *
 * @param options the options, each once, in the order given
 */
record Chosen(List<Choice> options) {
    /** The options of a field that a text names by label or value, several joined with a bar (LIVE); empty when one of them is none. */
    static Optional<Chosen> of(FormField field, String text) {
        var several = field.type().equals(FieldType.MULTIPLE_CHOICE);
        var parts = several ? text.split("\\|", -1) : new String[] {text};
        var found = Stream.of(parts)
                .flatMap(part -> field.choices().stream()
                        .filter(choice -> choice.isNamedBy(part))
                        .limit(1))
                .toList();
        return found.size() == parts.length
                ? Optional.of(new Chosen(found.stream().distinct().toList()))
                : Optional.empty();
    }

    /** The answer to send: the values, whatever the labels are. */
    String value() {
        return options.stream().map(Choice::value).collect(Collectors.joining("|"));
    }

    boolean reveals(String key) {
        return options.stream().anyMatch(choice -> choice.key().equals(key));
    }
}
