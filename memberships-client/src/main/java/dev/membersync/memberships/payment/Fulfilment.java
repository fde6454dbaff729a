package dev.membersync.memberships.payment;

import dev.membersync.client.internal.Texts;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of an order has been handed over. The constructor may gain components; it is not part of the compatibility
 * promise.
 *
 * @param id        the vendor's id
 * @param trackings the parcels. Unmodifiable
 * @param createdAt when it was recorded
 * @param updatedAt when it was changed last
 * @param extra     the fields that this type does not know, {@code items} among them. Unmodifiable
 */
public record Fulfilment(
        String id,
        List<Tracking> trackings,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Map<String, Object> extra) {

    /** Refuses a blank id; copies the collections. */
    public Fulfilment {
        Texts.required("id", id);
        trackings = List.copyOf(trackings);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }
}
