package dev.membersync.sync.record;

import java.util.List;

/**
 * A field as a service's own catalogue describes it: one of a registration form, or a custom field of members.
 *
 * @param id the service's id, which stays when people rename the field; empty when the service does not show one
 * @param key what mappings name it by: the label of a form field, the key of a custom field
 * @param name what people call it
 * @param type what it holds, in the service's word; empty when the service does not say
 * @param required whether a registration needs an answer
 * @param options the texts to choose from; empty for a field that is no choice, and where the service does not show them
 */
public record FieldInfo(String id, String key, String name, String type, boolean required, List<String> options) {
    public FieldInfo {
        options = List.copyOf(options);
    }

    /** A field of a form that is called by its label and has no options that are known. */
    public static FieldInfo ofForm(String id, String label, String type, boolean required) {
        return new FieldInfo(id, label, label, type, required, List.of());
    }
}
