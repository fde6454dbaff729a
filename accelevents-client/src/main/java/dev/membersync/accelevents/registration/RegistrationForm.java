package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.form.FormField;
import dev.membersync.accelevents.form.HolderForm;
import dev.membersync.accelevents.form.NestedQuestion;
import dev.membersync.accelevents.form.OrderForm;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one ticket of a type asks its holder and its buyer: read from an order, the same for every order of that type.
 *
 * @param buyerAttributes built-in fields of the buyer
 * @param buyerQuestions the organiser's own fields for the buyer
 * @param describesHolders whether each holder must be described
 * @param holderAttributes built-in fields of the holder
 * @param holderQuestions the organiser's own fields for the holder
 * @param nestedQuestions the holder's questions that may depend on each other
 */
public record RegistrationForm(
        List<FormField> buyerAttributes,
        List<FormField> buyerQuestions,
        boolean describesHolders,
        List<FormField> holderAttributes,
        List<FormField> holderQuestions,
        List<NestedQuestion> nestedQuestions) {
    public RegistrationForm {
        buyerAttributes = List.copyOf(buyerAttributes);
        buyerQuestions = List.copyOf(buyerQuestions);
        holderAttributes = List.copyOf(holderAttributes);
        holderQuestions = List.copyOf(holderQuestions);
        nestedQuestions = List.copyOf(nestedQuestions);
    }

    /** The form of one ticket of an order, without what that order had filled in. */
    static RegistrationForm of(OrderForm form, HolderForm holder) {
        return new RegistrationForm(
                blank(form.buyerAttributes()),
                blank(form.buyerQuestions()),
                form.describesHolders(),
                blank(holder.attributes()),
                blank(holder.questions()),
                holder.nested().stream()
                        .map(each ->
                                new NestedQuestion(each.id(), each.field().blank(), each.parentId(), each.revealedBy()))
                        .toList());
    }

    /** The labels the holder is asked, each once. */
    public List<String> holderLabels() {
        return Stream.concat(
                        Stream.of(holderAttributes, holderQuestions).flatMap(List::stream),
                        nestedQuestions.stream().map(NestedQuestion::field))
                .map(FormField::name)
                .distinct()
                .toList();
    }

    /** Whether the holder is asked for this label whatever the other answers are. */
    boolean asksAlways(String label) {
        return Stream.of(holderAttributes, holderQuestions)
                .flatMap(List::stream)
                .anyMatch(field -> field.isNamed(label));
    }

    /** The labels the buyer is asked, each once. */
    public List<String> buyerLabels() {
        return Stream.of(buyerAttributes, buyerQuestions)
                .flatMap(List::stream)
                .map(FormField::name)
                .distinct()
                .toList();
    }

    private static List<FormField> blank(List<FormField> fields) {
        return fields.stream().map(FormField::blank).toList();
    }
}
