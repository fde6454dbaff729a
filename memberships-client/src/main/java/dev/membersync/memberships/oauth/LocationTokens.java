package dev.membersync.memberships.oauth;

import dev.membersync.client.Call;
import dev.membersync.client.RequestOptions;
import dev.membersync.client.auth.Grant;
import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.client.time.Time;
import dev.membersync.memberships.internal.Wire;
import java.util.Map;

/** The exchange of a company's token for that of one of its locations. */
final class LocationTokens {

    private LocationTokens() {}

    static Call<Grant> mint(Wire wire, String companyId, String locationId, Time time) {
        CallBuilder call = wire.call("oauth.locationToken");
        // The endpoint beside it takes no version, this one insists on it.
        wire.profile().headers().forEach(call::header);
        return call.form(Map.of("companyId", companyId, "locationId", locationId))
                .reader(body -> Grants.read(body, time.instant()));
    }

    static Call<Grant> mint(Wire wire, String companyId, String locationId, Time time, TokenProvider company) {
        return mint(wire, companyId, locationId, time)
                .with(RequestOptions.none().withCredentials(company));
    }
}
