package dev.membersync.sync.config;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.policy.RateLimit;
import dev.membersync.memberships.MemberSettings;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.net.URI;
import java.util.Optional;

/**
 * The Memberships side of a tenant. Either {@code apiKey} or {@code oauth} is there.
 *
 * @param profile the dialect; default STANDARD
 * @param baseUrl where the service is; default the profile's, where it has one
 * @param apiKey the key of the account
 * @param oauth the app that was granted access to the account
 * @param locationId the location of the account, on profiles that have locations
 * @param companyId the company of the location
 * @param members what makes a contact a member, on profiles whose members are contacts
 * @param currency the currency of its money, an ISO 4217 code; default {@code USD}
 * @param rate what it allows; default the profile's
 * @param allowInsecure whether an {@code http:} address beside loopback is allowed; default no
 */
public record MembershipsConfig(
        MembershipsProfile profile,
        URI baseUrl,
        Optional<Secret> apiKey,
        Optional<OAuthConfig> oauth,
        Optional<String> locationId,
        Optional<String> companyId,
        Optional<MemberSettings> members,
        String currency,
        RateLimit rate,
        boolean allowInsecure) {

    /** The key of the file that holds the credentials, for messages. */
    String credentialsKey() {
        return oauth.isPresent() ? "oauth" : "apiKey";
    }

    /** What tells this account from the others of its service. */
    String account() {
        return locationId.map(location -> baseUrl + " " + location).orElseGet(baseUrl::toString);
    }
}
