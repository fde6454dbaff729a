package dev.membersync.accelevents.registration;

import dev.membersync.accelevents.form.FormField;
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
 */
public record RegistrationForm(
        List<FormField> buyerAttributes,
        List<FormField> buyerQuestions,
        boolean describesHolders,
        List<FormField> holderAttributes,
        List<FormField> holderQuestions) {
    public RegistrationForm {
        buyerAttributes = List.copyOf(buyerAttributes);
        buyerQuestions = List.copyOf(buyerQuestions);
        holderAttributes = List.copyOf(holderAttributes);
        holderQuestions = List.copyOf(holderQuestions);
    }

    /** The form of an order with one ticket, without what that order had filled in. */
    public static RegistrationForm of(OrderForm form) {
        var holder = form.holders().stream().findFirst();
        return new RegistrationForm(
                blank(form.buyerAttributes()),
                blank(form.buyerQuestions()),
                form.describesHolders(),
                blank(holder.map(each -> each.attributes()).orElse(List.of())),
                blank(holder.map(each -> each.questions()).orElse(List.of())));
    }

    /** Whether the holder or the buyer is asked for this label, without regard to case. */
    public boolean asks(String label) {
        return fields().anyMatch(field -> field.isNamed(label));
    }

    /** The labels of the form, each once. */
    public List<String> labels() {
        return fields().map(FormField::name).distinct().toList();
    }

    private Stream<FormField> fields() {
        return Stream.of(holderAttributes, holderQuestions, buyerAttributes, buyerQuestions)
                .flatMap(List::stream);
    }

    private static List<FormField> blank(List<FormField> fields) {
        return fields.stream().map(FormField::blank).toList();
    }
}
