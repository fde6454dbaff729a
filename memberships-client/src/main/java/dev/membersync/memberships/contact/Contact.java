package dev.membersync.memberships.contact;

import dev.membersync.client.internal.Texts;
import dev.membersync.memberships.profile.FieldNames;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A contact as the vendor sent it (SPEC and LIVE, memberships-api.md 2.2). Only the id is always there. An empty {@code
 * Optional} or collection means that the vendor gave no value; whether it said so or did not name the field at all is
 * told by {@link #carries}.
 *
 * <p>The constructor may gain components; it is not part of the compatibility promise.
 *
 * @param id           the vendor's id
 * @param locationId   the location the contact belongs to
 * @param email        the e-mail address as written by the vendor
 * @param phone        the phone number as written by the vendor
 * @param firstName    the first name; where a list sends it in lower case and the original beside it, the original
 * @param lastName     the last name, likewise
 * @param name         the whole name, where the vendor sends one; {@link #fullName} is more often there
 * @param companyName  the company
 * @param source       where the contact came from
 * @param type         the kind of contact, such as {@code lead}; its values are open
 * @param dnd          whether the contact wants no messages on any channel
 * @param tags         the tags, in the vendor's order. Unmodifiable
 * @param customFields the custom fields that hold something. Unmodifiable
 * @param dateAdded    when the contact was made; a time that cannot be read stays in {@code extra}
 * @param dateUpdated  when it was last changed, likewise
 * @param carried      the fields of this type that the row named, by their names on the wire, {@code null} values
 *                     included. Unmodifiable
 * @param extra        the fields that this type does not know, in the order of the row. Unmodifiable
 */
public record Contact(
        String id,
        Optional<String> locationId,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> name,
        Optional<String> companyName,
        Optional<String> source,
        Optional<String> type,
        Optional<Boolean> dnd,
        List<String> tags,
        List<CustomFieldValue> customFields,
        Optional<Instant> dateAdded,
        Optional<Instant> dateUpdated,
        Set<String> carried,
        Map<String, Object> extra) {

    /** Refuses a blank id; copies the collections. */
    public Contact {
        Texts.required("id", id);
        tags = List.copyOf(tags);
        customFields = List.copyOf(customFields);
        carried = Collections.unmodifiableSet(new TreeSet<>(carried));
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /**
     * Whether the row named this field, be it with {@code null}: the name on the wire of a component, such as {@code
     * tags} or {@code customFields}, or {@link FieldNames#FULL_NAME} for a name in any of its spellings.
     */
    public boolean carries(String field) {
        return carried.contains(field);
    }

    /**
     * First and last name joined by one blank, else {@code name}, else the {@code contactName} of a plain list; empty
     * when all of them are blank.
     */
    public Optional<String> fullName() {
        String joined = Stream.of(firstName, lastName)
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return Stream.of(joined, name.orElse(""), extra.get("contactName"))
                .filter(found -> found instanceof String text && !text.isBlank())
                .map(Object::toString)
                .findFirst();
    }

    /** The same contact with these tags, such as an answer about its tags alone shows. */
    public Contact withTags(List<String> all) {
        return new Contact(
                id,
                locationId,
                email,
                phone,
                firstName,
                lastName,
                name,
                companyName,
                source,
                type,
                dnd,
                all,
                customFields,
                dateAdded,
                dateUpdated,
                Stream.concat(carried.stream(), Stream.of("tags")).collect(Collectors.toSet()),
                extra);
    }

    /** What the custom field of this id or key holds. */
    public Optional<CustomFieldValue> customFieldValue(String idOrKey) {
        return customFields.stream().filter(field -> field.isOf(idOrKey)).findFirst();
    }

    /** What the custom field of this id or key holds, as text; empty when that is no single value. */
    public Optional<String> customField(String idOrKey) {
        return customFieldValue(idOrKey).flatMap(CustomFieldValue::text);
    }

    /** Shows the id and the names of the fields, never a person's data. */
    @Override
    public String toString() {
        return "Contact[id=" + id + ", carried=" + carried + "]";
    }
}
