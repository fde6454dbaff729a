package dev.membersync.accelevents.form;

import dev.membersync.accelevents.internal.value.Extras;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The registration form of an event, readable without an order.
 *
 * @param fields the fields in the order of the reply
 * @param extra every other field of the reply
 */
public record FormCatalogue(List<CatalogueField> fields, Map<String, Object> extra) {
    public FormCatalogue {
        fields = List.copyOf(fields);
        extra = Extras.copy(extra);
    }

    /** The field with this label, without regard to case and outer blanks. */
    public Optional<CatalogueField> field(String label) {
        return fields.stream()
                .filter(field -> field.name().strip().equalsIgnoreCase(label.strip()))
                .findFirst();
    }
}
