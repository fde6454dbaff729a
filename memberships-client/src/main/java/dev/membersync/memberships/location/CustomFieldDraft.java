package dev.membersync.memberships.location;

import dev.membersync.client.Change;
import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Terms;
import java.util.Collection;
import java.util.Map;

/** A custom field to make, or what one shall be. Immutable. Source: SPEC, memberships-api.md 2.4. */
public final class CustomFieldDraft {

    private static final String DATA_TYPE = "dataType";

    private final Terms terms;

    private CustomFieldDraft(Terms terms) {
        this.terms = terms;
    }

    /** A new field of this name and type. */
    public static CustomFieldDraft of(String name, DataType type) {
        return new CustomFieldDraft(Terms.none().text("name", name).and(DATA_TYPE, type.value()));
    }

    /** A field that is there, under this name; its type cannot be changed. */
    public static CustomFieldDraft named(String name) {
        return new CustomFieldDraft(Terms.none().text("name", name));
    }

    /** What kind of record it belongs to. */
    public CustomFieldDraft model(FieldModel model) {
        return new CustomFieldDraft(terms.and("model", model.value()));
    }

    /** What an empty field shows. */
    public CustomFieldDraft placeholder(String text) {
        return new CustomFieldDraft(terms.and("placeholder", text));
    }

    /** Its place among the fields; the vendor's default is 0. */
    public CustomFieldDraft position(int position) {
        return new CustomFieldDraft(terms.and("position", position));
    }

    /** Takes files of these formats, such as {@code .pdf}, and at most so many of them. */
    public CustomFieldDraft files(Collection<String> formats, int most) {
        return new CustomFieldDraft(terms.and("acceptedFormat", formats)
                .and("isMultipleFile", most > 1)
                .and("maxNumberOfFiles", most));
    }

    /** The text boxes of a {@link DataType#TEXTBOX_LIST}: label to what is in the box at first. */
    public CustomFieldDraft textBoxes(Map<String, String> boxes) {
        return new CustomFieldDraft(terms.and(
                "textBoxListOptions",
                boxes.entrySet().stream()
                        .map(box -> Terms.none().and("label", box.getKey()).and("prefillValue", box.getValue()))
                        .toList()));
    }

    /** A field that this type does not know; maps, lists, texts, numbers and booleans. */
    public CustomFieldDraft extra(String name, Object value) {
        return new CustomFieldDraft(terms.and(Texts.required("name", name), value));
    }

    Terms created() {
        if (!terms.names().contains(DATA_TYPE)) {
            throw new IllegalArgumentException("a new custom field needs a type");
        }
        return terms;
    }

    /** The vendor refuses an update that names the type. */
    Terms updated() {
        return terms.change(DATA_TYPE, Change.keep());
    }

    /** Shows the names of what is said. */
    @Override
    public String toString() {
        return "CustomFieldDraft" + terms;
    }
}
