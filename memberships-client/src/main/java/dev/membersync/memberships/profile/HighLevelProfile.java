package dev.membersync.memberships.profile;

import dev.membersync.client.policy.RateLimit;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The live service in both of its generations. Source: memberships-api.md, sections 1 to 5. */
final class HighLevelProfile {

    // A trial's token is allowed a quarter of what a paid account's is; the first reply says which one it is (5).
    private static final RateLimit CAREFUL = RateLimit.of(25, Duration.ofSeconds(10));

    private static final int V3_PAGE = 100;

    private HighLevelProfile() {}

    static MembershipsProfile build() {
        Map<String, Route> routes = new LinkedHashMap<>();
        List.of(
                        HighLevelPeople.users(),
                        HighLevelPeople.contacts(),
                        HighLevelPeople.aboutContacts(),
                        HighLevelPeople.locations(),
                        HighLevelMoney.payments(),
                        HighLevelMoney.coupons(),
                        HighLevelMoney.invoices(),
                        HighLevelMoney.products(),
                        HighLevelMoney.oauth())
                .forEach(part -> routes.putAll(part.rows()));
        return new MembershipsProfile(
                "HIGHLEVEL",
                Optional.of(URI.create("https://services.leadconnectorhq.com")),
                Optional.of(URI.create("https://marketplace.gohighlevel.com/v2/oauth/chooselocation")),
                Map.of("Version", "2021-07-28"),
                "Authorization",
                "Bearer ",
                true,
                MemberSource.CONTACTS,
                routes,
                FieldNames.HIGHLEVEL,
                Map.of(),
                Spelling.V2,
                new MemberCapabilities(true, false, false, false),
                CAREFUL,
                Optional.of(HighLevelSignatures.current()));
    }

    static MembershipsProfile version3(MembershipsProfile older) {
        return older.toBuilder()
                .name("HIGHLEVEL_V3")
                .header("Version", "v3")
                .spelling(Spelling.V3)
                .without("users.list")
                .without("contacts.list")
                .route("contacts.campaigns.removeAll", "/contacts/{contactId}/campaigns/remove-all")
                .route("oauth.locationToken", "/oauth/location-token")
                .route("oauth.installedLocations", "/oauth/installed-locations")
                .below("oauth.installedLocations", "items")
                .counted("oauth.installedLocations", "pagination.totalRecords")
                .paged(
                        "oauth.installedLocations",
                        new Paging(Paging.Style.PAGE_TOKEN, "pageToken", 0, "pageSize", V3_PAGE))
                .build();
    }
}
