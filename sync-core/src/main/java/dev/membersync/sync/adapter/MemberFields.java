package dev.membersync.sync.adapter;

import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.location.CustomField;
import dev.membersync.memberships.location.DataType;
import dev.membersync.memberships.location.FieldModel;
import dev.membersync.sync.record.FieldInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The custom fields of a location as last read, by key and by id, shared by the directories of all lanes. Thread-safe. */
final class MemberFields {
    private static final String PREFIX = "contact.";

    private volatile Set<String> keys = Set.of();
    private volatile Set<String> ids = Set.of();

    /** Reads them afresh, one call a page; nothing when no field is asked for. */
    void check(MembershipsClient client, Collection<String> fields) {
        if (!fields.isEmpty()) {
            read(client);
            missing(fields).ifPresent(field -> {
                throw new UnknownFieldException(field, keys);
            });
        }
    }

    /** As {@link #check}, without a call for fields that are known. */
    void require(MembershipsClient client, Collection<String> fields) {
        if (missing(fields).isPresent()) {
            check(client, fields);
        }
    }

    /**
     * The fields behind these keys or ids, read afresh; nothing when none is asked for.
     *
     * @param wanted key or id by the name that is asked about
     */
    MemberCatalogue catalogue(MembershipsClient client, Map<String, String> wanted) {
        if (wanted.isEmpty()) {
            return MemberCatalogue.none();
        }
        List<FieldInfo> all = read(client);
        Map<String, FieldInfo> found = new TreeMap<>();
        Map<String, String> missing = new TreeMap<>();
        wanted.forEach((name, key) -> all.stream()
                .filter(field -> field.id().equals(key) || field.key().equals(bare(key)))
                .findFirst()
                .ifPresentOrElse(field -> found.put(name, field), () -> missing.put(name, key)));
        return new MemberCatalogue(found, missing, List.copyOf(keys));
    }

    private Optional<String> missing(Collection<String> fields) {
        return fields.stream()
                .filter(field -> !ids.contains(field) && !keys.contains(bare(field)))
                .findFirst();
    }

    private List<FieldInfo> read(MembershipsClient client) {
        Set<String> foundIds = new TreeSet<>();
        Set<String> foundKeys = new TreeSet<>();
        List<FieldInfo> found = new ArrayList<>();
        for (CustomField field : client.customFields().list(FieldModel.CONTACT)) {
            foundIds.add(field.id());
            field.fieldKey().map(MemberFields::bare).ifPresent(foundKeys::add);
            found.add(info(field));
        }
        ids = foundIds;
        keys = foundKeys;
        return found;
    }

    private static FieldInfo info(CustomField field) {
        String key = field.fieldKey().map(MemberFields::bare).orElse(field.id());
        return new FieldInfo(
                field.id(),
                key,
                field.name().orElse(key),
                field.dataType().map(DataType::value).orElse(""),
                false,
                field.picklistOptions());
    }

    private static String bare(String key) {
        return key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
    }
}
