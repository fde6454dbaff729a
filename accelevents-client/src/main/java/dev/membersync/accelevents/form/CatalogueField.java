package dev.membersync.accelevents.form;

import dev.membersync.accelevents.internal.value.Extras;
import dev.membersync.accelevents.model.FieldType;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One field of an event's registration form, as the organiser set it up.
 *
 * @param id the field's id; empty when not shown
 * @param name the label, which is also the key of answers
 * @param type the kind of answer
 * @param enabledForHolder whether ticket holders are asked
 * @param requiredForHolder whether ticket holders must answer
 * @param enabledForBuyer whether buyers are asked
 * @param requiredForBuyer whether buyers must answer
 * @param extra every other field of the row
 */
public record CatalogueField(
        OptionalLong id,
        String name,
        FieldType type,
        boolean enabledForHolder,
        boolean requiredForHolder,
        boolean enabledForBuyer,
        boolean requiredForBuyer,
        Map<String, Object> extra) {
    public CatalogueField {
        extra = Extras.copy(extra);
    }
}
