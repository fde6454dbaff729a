package dev.membersync.accelevents.discount;

import dev.membersync.accelevents.internal.Acknowledgements;
import dev.membersync.accelevents.internal.EventWire;
import dev.membersync.accelevents.model.Acknowledgement;
import dev.membersync.client.Call;
import dev.membersync.client.Experimental;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Access codes, which open hidden ticket types. The vendor's pages name the body {@code accessCodeDto} and show none of its fields, so it is sent as given. */
public final class AccessCodes {
    private final EventWire event;

    /** The access codes of this event. */
    @SuppressWarnings("exports") // made by the client alone
    public AccessCodes(EventWire event) {
        this.event = event;
    }

    /**
     * Makes an access code; one there is already is refused (4090003). Safety ONCE_ONLY. Source: R:access-code (DOC), path INFER from the update.
     *
     * @param body texts, numbers, booleans, lists, maps and nulls, as the console sends them
     */
    @Experimental
    public Call<Acknowledgement> create(Map<String, ? extends @Nullable Object> body) {
        return event.inOccurrence("accessCodes.create").json(body).reader(Acknowledgements::read);
    }

    /**
     * Changes an access code, named within the body; one that is not found is refused (4040019). Safety IDEMPOTENT_WRITE. Source: R:access-code-2 (DOC).
     *
     * @param body texts, numbers, booleans, lists, maps and nulls, as the console sends them
     */
    @Experimental
    public Call<Acknowledgement> update(Map<String, ? extends @Nullable Object> body) {
        return event.call("accessCodes.update").json(body).reader(Acknowledgements::read);
    }
}
