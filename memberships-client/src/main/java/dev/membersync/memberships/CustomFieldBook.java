package dev.membersync.memberships;

import dev.membersync.client.Call;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import dev.membersync.memberships.internal.ChainedCall;
import dev.membersync.memberships.internal.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Which id each custom field of the contacts has: settings name keys, contacts carry ids. Read once, and only when a
 * setting names a custom field, because the token needs another scope for it. What is kept has every field that the
 * settings name, so one that was missing is looked for again by the next call. Thread-safe; two first callers may both
 * ask.
 */
final class CustomFieldBook {

    private static final String PREFIX = "contact.";

    private final Wire wire;
    private final List<String> needed;
    private final AtomicReference<Optional<Names>> read;

    /** A book for settings that name these fields. */
    CustomFieldBook(Wire wire, List<String> needed) {
        this(wire, needed, new AtomicReference<>(Optional.empty()));
    }

    private CustomFieldBook(Wire wire, List<String> needed, AtomicReference<Optional<Names>> read) {
        this.wire = wire;
        this.needed = needed;
        this.read = read;
    }

    /** This book, whose call goes over another wire of the same account: what one has read, both know. */
    CustomFieldBook over(Wire other) {
        return new CustomFieldBook(other, needed, read);
    }

    /** A call that needs the names. */
    <T> Call<T> before(Function<Names, Call<T>> call) {
        return needed.isEmpty() ? call.apply(Names.NONE) : ChainedCall.of(read::get, load(), call);
    }

    /** Looks every field of the settings up; empty where they name none. */
    Optional<Call<?>> look() {
        return needed.isEmpty() ? Optional.empty() : Optional.of(load());
    }

    private Call<Names> load() {
        return wire.call("customFields.list")
                .path("locationId", wire.location())
                .query("model", "contact")
                .reader(body -> Names.read(
                        body, wire.profile().route("customFields.list").keys()))
                .map(this::keep);
    }

    /** Outside of the reader, whose failures are taken for replies that cannot be read. */
    private Names keep(Names names) {
        needed.forEach(names::id);
        read.set(Optional.of(names));
        return names;
    }

    /** The keys of the fields by their ids, without {@code contact.}, and the ids by both. */
    record Names(Map<String, String> keys, Map<String, String> ids) {
        static final Names NONE = new Names(Map.of(), Map.of());

        static Names read(byte[] body, List<String> envelope) {
            Map<String, String> keys = new LinkedHashMap<>();
            Function<Fields, Optional<String>> row = field -> {
                Optional<String> id = field.text("id", "_id");
                id.ifPresent(some -> keys.put(some, bare(field.text("fieldKey").orElse(some))));
                return id;
            };
            Json.page(body, envelope, row);
            Map<String, String> ids = new LinkedHashMap<>();
            keys.forEach((id, key) -> ids.put(key, id));
            keys.keySet().forEach(id -> ids.put(id, id));
            return new Names(keys, ids);
        }

        /** The key under which this field is known, without {@code contact.}; the id where nothing is known of it. */
        String key(String id) {
            return keys.getOrDefault(id, id);
        }

        /**
         * The id of a field by its key or id.
         *
         * @throws UnknownCustomFieldException when there is none
         */
        String id(String field) {
            String id = ids.get(bare(field));
            if (id == null) {
                throw new UnknownCustomFieldException(field, new ArrayList<>(keys.values()));
            }
            return id;
        }

        private static String bare(String key) {
            return key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
        }
    }
}
