package dev.membersync.memberships.webhook;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What all events have in common. An empty {@code Optional} means that the body gave no value that could be read; nothing
 * is ever filled in.
 *
 * @param type       what happened, as well as it is known
 * @param source     how it is known
 * @param statedType the word in the body, if there was one; the vendor's own examples misname some (DOC)
 * @param webhookId  the vendor's id of the delivery, the same when it is repeated (DOC)
 * @param timestamp  when the vendor sent it; whether a repetition carries a new one is not documented
 * @param locationId the location, taken from {@code altId} where payments and invoices have only that (DOC)
 * @param companyId  the agency, on its own events
 * @param appId      the app, on events of its life only (DOC)
 * @param heldFields the fields whose value must not be used: damaged text, or not of the documented kind. Unmodifiable
 * @param data       all fields of the record that the event is about, {@code null} values included; a field that is not
 *                   there was not sent, which does not mean that it was cleared. Unmodifiable
 * @param extra      what stood beside {@code data} in a nested body and has no component here. Unmodifiable
 */
public record Envelope(
        EventType type,
        TypeSource source,
        Optional<String> statedType,
        Optional<String> webhookId,
        Optional<Instant> timestamp,
        Optional<String> locationId,
        Optional<String> companyId,
        Optional<String> appId,
        Set<String> heldFields,
        Map<String, @Nullable Object> data,
        Map<String, @Nullable Object> extra) {

    /** Copies the collections. */
    public Envelope {
        heldFields = Collections.unmodifiableSet(new TreeSet<>(heldFields));
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** Type and ids, never a person's data. */
    @Override
    public String toString() {
        return "Envelope[" + type + " " + source + ", webhookId=" + webhookId.orElse("none") + ", locationId="
                + locationId.orElse("none") + "]";
    }
}
