package dev.membersync.memberships.contact;

import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import dev.membersync.memberships.internal.Ids;
import dev.membersync.memberships.profile.FieldNames;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads contacts. */
final class ContactReader {

    private static final List<String> READ = List.of(
            "locationId",
            "email",
            "phone",
            "firstName",
            "lastName",
            "name",
            "companyName",
            "source",
            "type",
            "dnd",
            "tags",
            "customFields",
            "dateAdded",
            "dateUpdated");
    private static final List<String> NAMES =
            List.of("firstNameRaw", "lastNameRaw", "firstName", "lastName", "name", "contactName");

    private ContactReader() {}

    static Contact contact(Fields row) {
        String id = Ids.of(row, "a contact", "id", "_id");
        // The plain list writes these in lower case and the original beside them (LIVE, 2.2).
        Optional<String> firstName = row.text("firstNameRaw", "firstName");
        Optional<String> lastName = row.text("lastNameRaw", "lastName");
        return new Contact(
                id,
                row.text("locationId"),
                row.text("email"),
                row.text("phone"),
                firstName,
                lastName,
                row.text("name"),
                row.text("companyName"),
                row.text("source"),
                row.text("type"),
                row.flag("dnd"),
                tags(row),
                customFields(row),
                row.instant("dateAdded"),
                row.instant("dateUpdated"),
                carried(row),
                row.rest());
    }

    /** The contact of an answer that may hold none, {@code {"contact": null}} or {@code {}}. */
    static Optional<Contact> found(Fields row) {
        if (row.text("id", "_id").isPresent()) {
            return Optional.of(contact(row));
        }
        // An answer of another form must not pass for "there is none": that would be a second contact.
        if (!Set.of("traceId").containsAll(row.all().keySet())) {
            throw new UnreadableException("the answer neither holds a contact nor says that there is none");
        }
        return Optional.empty();
    }

    static Upserted upserted(byte[] body) {
        return Json.object(
                body,
                root -> new Upserted(
                        root.flag("new"),
                        root.object("contact")
                                .map(ContactReader::contact)
                                .orElseThrow(() -> new UnreadableException("an upsert without a contact"))));
    }

    private static List<String> tags(Fields row) {
        return listed(row, "tags").stream()
                .map(item -> {
                    if (item instanceof String || item instanceof Number) {
                        return item.toString();
                    }
                    throw new UnreadableException("a tag that is no text");
                })
                .toList();
    }

    private static List<CustomFieldValue> customFields(Fields row) {
        return listed(row, "customFields").stream()
                .map(item -> {
                    if (item instanceof Map<?, ?> map) {
                        return customField(map);
                    }
                    throw new UnreadableException("a custom field that is no object");
                })
                .toList();
    }

    private static CustomFieldValue customField(Map<?, ?> item) {
        Optional<String> id = text(item.get("id"));
        Optional<String> key = text(item.get("key")).or(() -> text(item.get("fieldKey")));
        if (id.isEmpty() && key.isEmpty()) {
            throw new UnreadableException("a custom field without an id");
        }
        return new CustomFieldValue(
                id,
                key,
                Stream.of("value", "fieldValue", "field_value")
                        .map(item::get)
                        .<Object>flatMap(Stream::ofNullable)
                        .findFirst());
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() && text.chars().noneMatch(Character::isISOControl)
                ? Optional.of(text)
                : Optional.empty();
    }

    /** A list of which nothing gets lost: a tag or a value that is not seen would look like one that was removed. */
    private static List<Object> listed(Fields row, String name) {
        List<Object> items = row.list(name);
        if (row.text(name).filter(text -> !text.isEmpty()).isPresent()
                || row.object(name).isPresent()) {
            throw new UnreadableException("field " + name + " is no list");
        }
        return items.stream().filter(Objects::nonNull).toList();
    }

    private static Set<String> carried(Fields row) {
        Set<String> carried = READ.stream().filter(row::has).collect(Collectors.toCollection(HashSet::new));
        if (NAMES.stream().anyMatch(row::has)) {
            carried.add(FieldNames.FULL_NAME);
        }
        return carried;
    }
}
