package dev.membersync.accelevents.form;

import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.internal.value.Words;
import dev.membersync.accelevents.model.FieldType;
import java.util.List;
import java.util.Map;

/**
 * One field of a registration form.
 *
 * @param name the label, which is also the key of the answer
 * @param type the kind of answer
 * @param mandatory whether the vendor refuses a payment without it
 * @param choices the options of a dropdown or multiple choice; empty for others
 * @param extra every other field of the row, the current value among them
 */
public record FormField(
        String name, FieldType type, boolean mandatory, List<Choice> choices, Map<String, Object> extra) {
    public FormField {
        choices = List.copyOf(choices);
        extra = Extras.copy(extra);
    }

    /** Whether this is the field's name, without regard to case and outer blanks. */
    public boolean isNamed(String label) {
        return name.strip().equalsIgnoreCase(label.strip());
    }

    /** Whether the answer is a phone number: the well-known field {@code Cell Phone} (LIVE), or a type that says so (INFER). */
    public boolean isPhone() {
        return isNamed("Cell Phone") || word().contains("phone");
    }

    /** Whether the answer is an uploaded file or picture; the words of these types are not known (INFER). */
    public boolean isFile() {
        return word().contains("upload") || word().equals("file") || word().equals("image");
    }

    /** Whether the answer is a birth date, which may not lie in the future (LIVE): a date whose label speaks of birth (INFER). */
    public boolean isBirthDate() {
        return type.equals(FieldType.DATE) && Words.key(name).contains("birth");
    }

    private String word() {
        return Words.key(type.value());
    }

    /** The field without what the order it was read from had filled in, so that it can be shared. */
    public FormField blank() {
        return new FormField(name, type, mandatory, choices, Map.of());
    }

    @Override
    public String toString() {
        return "FormField[" + name + ", " + type.value() + "]";
    }
}
