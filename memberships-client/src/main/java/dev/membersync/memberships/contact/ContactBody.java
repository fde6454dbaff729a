package dev.membersync.memberships.contact;

import dev.membersync.memberships.internal.Terms;
import dev.membersync.memberships.profile.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a write of a contact carries before a generation's spelling is known. */
record ContactBody(Terms terms, List<CustomFieldValue> customFields, Map<DndChannel, DndStatus> dnd) {

    static final ContactBody EMPTY = new ContactBody(Terms.none(), List.of(), Map.of());

    ContactBody with(Terms said) {
        return new ContactBody(said, customFields, dnd);
    }

    ContactBody with(CustomFieldValue value) {
        List<CustomFieldValue> more = new ArrayList<>(customFields);
        more.removeIf(old -> old.id().equals(value.id()) && old.key().equals(value.key()));
        more.add(value);
        return new ContactBody(terms, List.copyOf(more), dnd);
    }

    ContactBody with(DndChannel channel, DndStatus status) {
        Map<DndChannel, DndStatus> more = new LinkedHashMap<>(dnd);
        more.put(channel, status);
        return new ContactBody(terms, customFields, more);
    }

    boolean isEmpty() {
        return names().isEmpty();
    }

    Terms written(Spelling spelling) {
        Terms written = terms;
        if (!dnd.isEmpty()) {
            Map<String, Object> settings = new LinkedHashMap<>();
            dnd.forEach(
                    (channel, status) -> settings.put(channel.wireName(spelling), Map.of("status", status.value())));
            written = written.and("dndSettings", settings);
        }
        return customFields.isEmpty()
                ? written
                : written.and(
                        "customFields",
                        customFields.stream()
                                .map(field -> written(field, spelling))
                                .toList());
    }

    private static Terms written(CustomFieldValue field, Spelling spelling) {
        Map<String, Object> json = new LinkedHashMap<>();
        // The id names the field for certain; a key may be renamed.
        field.id()
                .ifPresentOrElse(
                        id -> json.put("id", id),
                        () -> json.put("key", field.key().orElseThrow()));
        json.put(spelling.of("field_value", "fieldValue"), field.value().orElse(null));
        return Terms.of(json);
    }

    private List<String> names() {
        return Stream.of(terms.names(), customFields, dnd.keySet())
                .flatMap(part -> part.stream().map(Object::toString))
                .toList();
    }

    /** Shows which fields there are, never what they hold. */
    @Override
    public String toString() {
        return names().toString();
    }
}
