package dev.membersync.sync.adapter;

import dev.membersync.memberships.MembershipsClient;
import dev.membersync.memberships.location.CustomField;
import dev.membersync.memberships.location.FieldModel;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
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

    private Optional<String> missing(Collection<String> fields) {
        return fields.stream()
                .filter(field -> !ids.contains(field) && !keys.contains(bare(field)))
                .findFirst();
    }

    private void read(MembershipsClient client) {
        Set<String> foundIds = new TreeSet<>();
        Set<String> foundKeys = new TreeSet<>();
        for (CustomField field : client.customFields().list(FieldModel.CONTACT)) {
            foundIds.add(field.id());
            field.fieldKey().map(MemberFields::bare).ifPresent(foundKeys::add);
        }
        ids = foundIds;
        keys = foundKeys;
    }

    private static String bare(String key) {
        return key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
    }
}
