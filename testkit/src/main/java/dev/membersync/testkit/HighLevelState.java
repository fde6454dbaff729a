package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One agency of HIGHLEVEL with its first location. Guarded by the switchboard. */
final class HighLevelState {
    private final String locationId;
    private final String companyId;
    private final HighLevelSwitches switches = new HighLevelSwitches();
    private final Map<RecordKind, Shelf> shelves = new EnumMap<>(RecordKind.class);
    private final List<Shelf.Listener> listeners = new ArrayList<>();
    private final Set<String> tagDefinitions = new TreeSet<>();
    private final Ids ids;
    private final Ids traces;
    private final InstantSource time;
    private final WriteSink writes;
    private boolean serving;

    HighLevelState(String locationId, String companyId, long seed, InstantSource time, WriteSink writes) {
        this.locationId = locationId;
        this.companyId = companyId;
        this.ids = new Ids(seed);
        this.traces = new Ids(seed + 1);
        this.time = time;
        this.writes = writes;
        for (RecordKind kind : RecordKind.values()) {
            shelves.put(kind, new Shelf(kind, switches, this::changed));
        }
        shelf(RecordKind.LOCATION)
                .put(new FakeRecord(locationId, RecordDefaults.of(RecordKind.LOCATION, this)), time.instant());
        ContactMembers.FIELDS.forEach(key -> create(RecordKind.CUSTOM_FIELD, CustomFieldRoutes.text(key)));
    }

    String locationId() {
        return locationId;
    }

    String companyId() {
        return companyId;
    }

    HighLevelSwitches switches() {
        return switches;
    }

    Ids ids() {
        return ids;
    }

    /** Ids of requests and deliveries, apart so that traffic does not move the ids of records. */
    Ids traces() {
        return traces;
    }

    Instant now() {
        return time.instant();
    }

    Set<String> tagDefinitions() {
        return tagDefinitions;
    }

    Shelf shelf(RecordKind kind) {
        return Objects.requireNonNull(shelves.get(kind));
    }

    void onChange(Shelf.Listener listener) {
        listeners.add(listener);
    }

    /** Runs what a request asks for, so that its changes show in the write log. */
    FakeReply serving(Supplier<FakeReply> work) {
        serving = true;
        try {
            return work.get();
        } finally {
            serving = false;
        }
    }

    private void changed(RecordKind kind, @Nullable FakeRecord before, @Nullable FakeRecord after, Instant at) {
        String id = after != null ? after.id() : before != null ? before.id() : "";
        if (kind == RecordKind.CONTACT && after != null) {
            tagDefinitions.addAll(after.texts("tags"));
        }
        if (serving) {
            String what = before == null ? "-create" : after == null ? "-delete" : "-update";
            writes.add(at, kind.label() + what, Map.of(kind.label() + "Id", id));
        }
        listeners.forEach(listener -> listener.changed(kind, before, after, at));
    }

    /** Adds a record with a new id and the defaults of its kind. */
    FakeRecord create(RecordKind kind, Map<String, ?> values) {
        FakeRecord plain = new FakeRecord(ids.next(kind), RecordDefaults.of(kind, this));
        return shelf(kind).put(plain.withAll(values), now());
    }

    /** Replaces a record and its time of update. */
    FakeRecord update(RecordKind kind, FakeRecord after) {
        String stamp = kind.mongo() ? "updatedAt" : "dateUpdated";
        return shelf(kind)
                .put(after.values().containsKey(stamp) ? after.with(stamp, VendorTime.of(now())) : after, now());
    }

    void remove(RecordKind kind, String id) {
        shelf(kind).remove(id, now());
    }

    /** A custom field by id, or by key with or without {@code contact.}. */
    Optional<FakeRecord> customField(String idOrKey) {
        Shelf fields = shelf(RecordKind.CUSTOM_FIELD);
        String key = idOrKey.startsWith("contact.") ? idOrKey : "contact." + idOrKey;
        return fields.find(idOrKey)
                .or(() -> fields.where("fieldKey", key).stream().findFirst());
    }

    /** A record as the service shows it. */
    Map<String, Object> view(RecordKind kind, FakeRecord record) {
        Map<String, Object> view = Json.map(kind.mongo() ? "_id" : "id", record.id());
        view.putAll(record.values());
        return view;
    }
}
