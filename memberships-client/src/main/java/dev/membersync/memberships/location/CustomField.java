package dev.membersync.memberships.location;

import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.internal.Ids;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The definition of a custom field (SPEC, memberships-api.md 2.4).
 *
 * <p>The constructor may gain components; it is not part of the compatibility promise.
 *
 * @param id              the vendor's id; a contact's values carry it
 * @param name            what people call the field
 * @param fieldKey        the name in templates, such as {@code contact.registration_status}
 * @param dataType        what it holds
 * @param model           what kind of record it belongs to
 * @param picklistOptions the texts to choose from, for the types that offer a choice. Unmodifiable
 * @param extra           the fields that this type does not know, in the order of the row. Unmodifiable
 */
public record CustomField(
        String id,
        Optional<String> name,
        Optional<String> fieldKey,
        Optional<DataType> dataType,
        Optional<FieldModel> model,
        List<String> picklistOptions,
        Map<String, Object> extra) {

    /** Refuses a blank id; copies the collections. */
    public CustomField {
        Texts.required("id", id);
        picklistOptions = List.copyOf(picklistOptions);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    static CustomField read(Fields row) {
        return new CustomField(
                Ids.of(row, "a custom field", "id", "_id"),
                row.text("name"),
                row.text("fieldKey"),
                named(row, "dataType").map(DataType::new),
                named(row, "model").map(FieldModel::new),
                row.texts("picklistOptions"),
                row.rest());
    }

    private static Optional<String> named(Fields row, String field) {
        return row.text(field).filter(text -> !text.isBlank() && text.chars().noneMatch(Character::isISOControl));
    }
}
