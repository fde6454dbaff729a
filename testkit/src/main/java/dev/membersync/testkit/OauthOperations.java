package dev.membersync.testkit;

import java.util.List;

/** The table of what can be asked of the OAuth module. Source: reference notes 1.5, 2.8 (SPEC and LIVE). */
final class OauthOperations {
    private static final String INSTALLED = "companyId* appId* query isInstalled? versionId onTrial? planId locationId";

    static final List<Rule> TABLE = Rule.table("""
            oauth.token POST /oauth/token WRITE - none
            oauth.reconnect POST /oauth/reconnect WRITE - none
            oauth.locationToken POST /oauth/locationToken WRITE oauth.write company_app | | companyId* locationId*
            oauth.locationTokenV3 POST /oauth/location-token WRITE oauth.write company_app | | companyId* locationId*
            oauth.installedLocations GET /oauth/installedLocations LIST oauth.readonly company_app | INSTALLED skip# limit#
            oauth.installedLocationsV3 GET /oauth/installed-locations LIST oauth.readonly company_app | INSTALLED pageSize# pageToken restrictToUserLocations?
            """.replace("INSTALLED", INSTALLED));

    private OauthOperations() {}
}
