package dev.membersync.memberships.oauth;

import dev.membersync.client.Call;
import dev.membersync.client.Paged;
import dev.membersync.client.auth.Grant;
import dev.membersync.client.time.Time;
import dev.membersync.memberships.internal.Listing;
import dev.membersync.memberships.internal.Wire;

/**
 * What the app may do in a company, asked with the company's token: a Private Integration Token is answered 401 here
 * (LIVE). Thread-safe; calls fail as {@link Call} says. See {@link OAuthClient} for how tokens are got.
 */
public final class OAuthApi {

    private final Wire wire;
    private final Time time;

    /** Not for callers: a client makes one. */
    @SuppressWarnings("exports") // nobody else has a wire
    public OAuthApi(Wire wire, Time time) {
        this.wire = wire;
        this.time = time;
    }

    /**
     * The locations of the company that the app is, or could be, installed in: {@code GET /oauth/installedLocations}
     * (SPEC); {@code /oauth/installed-locations}, by page token, on HIGHLEVEL_V3.
     *
     * @param appId see {@link OAuthApp#appId}
     */
    public Paged<InstalledLocation> installedLocations(String appId) {
        return wire.list(Listing.of("oauth.installedLocations", InstalledLocation::read, InstalledLocation::id)
                .query("companyId", wire.company())
                .query("appId", appId));
    }

    /**
     * The token of a location of the company: {@code POST /oauth/locationToken} (SPEC). It gains the scopes {@code
     * oauth.readonly} and {@code oauth.write} (LIVE) and has no refresh token.
     */
    public Call<Grant> locationToken(String locationId) {
        return LocationTokens.mint(wire, wire.company(), locationId, time);
    }
}
