package dev.membersync.memberships.webhook;

import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.TextRepair;
import dev.membersync.client.internal.UnreadableException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a body, flat or nested below {@code data}, into an event. */
final class EventReader {
    private static final String DATA = "data";
    private static final String TIMESTAMP = "timestamp";
    private static final Set<String> ENVELOPE =
            Set.of("type", "webhookId", TIMESTAMP, "locationId", "altId", "altType", "companyId", "appId");

    private EventReader() {}

    /**
     * Reads; one odd field is held and costs nothing else.
     *
     * @throws UnreadableException when the body is no UTF-8 or no JSON object; its message quotes nothing
     */
    static WebhookEvent read(byte[] body, Optional<EventType> expected) {
        Set<String> held = new LinkedHashSet<>();
        Map<String, @Nullable Object> root = Json.utf8Object(body);
        boolean nested = root.get(DATA) instanceof Map && root.get("id") == null && root.get("_id") == null;
        Map<String, @Nullable Object> outside = new LinkedHashMap<>(root);
        Map<?, ?> inside = root;
        if (nested && outside.remove(DATA) instanceof Map<?, ?> data) {
            inside = data;
        }
        EventBody record = new EventBody(TextRepair.of(inside, held), held);
        EventBody meta = nested ? new EventBody(TextRepair.of(outside, held), held) : record;
        Optional<String> stated = stated(meta, record);
        return event(record, meta, stated, EventTyping.of(record, stated, expected), held);
    }

    /** In a nested body the outer word counts; an inner one only if it is an event at all. */
    private static Optional<String> stated(EventBody meta, EventBody record) {
        Optional<String> outer = meta.text("type");
        return outer.isPresent()
                ? outer
                : record.text("type").filter(text -> EventType.of(text).isDocumented());
    }

    private static WebhookEvent event(
            EventBody record, EventBody meta, Optional<String> stated, EventTyping typing, Set<String> held) {
        EventKind kind = typing.type().kind();
        // Reading finds the fields to hold, so the envelope, which lists them, comes last.
        return EventRecords.read(kind, record).apply(envelope(record, meta, stated, typing, kind, held));
    }

    private static Envelope envelope(
            EventBody record,
            EventBody meta,
            Optional<String> stated,
            EventTyping typing,
            EventKind kind,
            Set<String> held) {
        if ("".equals(meta.fields().get(TIMESTAMP))) {
            held.add(TIMESTAMP);
        }
        boolean company = record.text("altType").filter("company"::equals).isPresent();
        Optional<String> alt = record.text("altId").or(() -> meta.text("altId"));
        Optional<String> location = either(meta, record, "locationId")
                .or(() -> company ? Optional.empty() : alt)
                .or(() -> kind == EventKind.LOCATION ? record.text("id") : Optional.empty());
        Map<String, @Nullable Object> extra = new LinkedHashMap<>();
        if (meta != record) {
            extra.putAll(meta.fields());
            extra.keySet().removeAll(ENVELOPE);
        }
        return new Envelope(
                typing.type(),
                typing.source(),
                stated,
                either(meta, record, "webhookId"),
                meta.time(TIMESTAMP).or(() -> record.time(TIMESTAMP)),
                location,
                either(meta, record, "companyId").or(() -> company ? alt : Optional.empty()),
                either(meta, record, "appId"),
                held,
                record.fields(),
                extra);
    }

    private static Optional<String> either(EventBody meta, EventBody record, String name) {
        return meta.text(name).or(() -> record.text(name));
    }
}
