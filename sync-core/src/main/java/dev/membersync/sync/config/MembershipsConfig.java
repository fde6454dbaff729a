package dev.membersync.sync.config;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.policy.RateLimit;
import java.net.URI;

/**
 * The Memberships side of a tenant.
 *
 * @param baseUrl where the service is
 * @param apiKey the key of the account
 * @param currency the currency of its money, an ISO 4217 code; default {@code USD}
 * @param rate what it allows; default 100 calls in 10 seconds and 200,000 a day
 * @param allowInsecure whether an {@code http:} address beside loopback is allowed; default no
 */
public record MembershipsConfig(URI baseUrl, Secret apiKey, String currency, RateLimit rate, boolean allowInsecure) {}
