package dev.membersync.sync.config;

import dev.membersync.client.auth.Secret;
import dev.membersync.client.policy.RateLimit;
import java.net.URI;

/**
 * The Accelevents side of a tenant.
 *
 * @param baseUrl where the service is; default the production service
 * @param apiKey the key of the organisation
 * @param rate what it allows; default 100 calls in 10 seconds, an assumption: the vendor publishes none
 * @param allowInsecure whether an {@code http:} address beside loopback is allowed; default no
 */
public record AcceleventsConfig(URI baseUrl, Secret apiKey, RateLimit rate, boolean allowInsecure) {}
