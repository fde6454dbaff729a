package dev.membersync.memberships.location;

import dev.membersync.client.Call;
import dev.membersync.memberships.internal.Wire;

/** Locations. Thread-safe; calls fail as {@link Call} says. */
public final class LocationsApi {

    private final Wire wire;

    /** Not for callers: a client makes one. */
    @SuppressWarnings("exports") // nobody else has a wire
    public LocationsApi(Wire wire) {
        this.wire = wire;
    }

    /** The location that this client speaks for; as {@link #location(String)}. */
    public Call<Location> location() {
        return location(wire.location());
    }

    /**
     * One location: {@code GET /locations/{locationId}} (SPEC). A location's token that asks for another one, or for one
     * that does not exist, is refused with an {@link dev.membersync.client.error.AuthException} (LIVE).
     */
    public Call<Location> location(String locationId) {
        return wire.call("locations.get")
                .path("locationId", locationId)
                .reader(wire.one("locations.get", Location::read));
    }
}
