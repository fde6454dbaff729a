package dev.membersync.accelevents.form;

import dev.membersync.accelevents.internal.value.Extras;
import java.util.List;
import java.util.Map;

/**
 * The fields to answer for one ticket of an order.
 *
 * @param attributes the built-in fields
 * @param questions the organiser's own fields
 * @param nested the questions that may depend on each other, {@code nestedQuestions}
 * @param extra every other field of the row, such as {@code header} and {@code ticketTypeName}
 */
public record HolderForm(
        List<FormField> attributes, List<FormField> questions, List<NestedQuestion> nested, Map<String, Object> extra) {
    public HolderForm {
        attributes = List.copyOf(attributes);
        questions = List.copyOf(questions);
        nested = List.copyOf(nested);
        extra = Extras.copy(extra);
    }

    @Override
    public String toString() {
        return "HolderForm[" + (attributes.size() + questions.size()) + " fields]";
    }
}
