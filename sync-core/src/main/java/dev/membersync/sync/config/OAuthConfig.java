package dev.membersync.sync.config;

import dev.membersync.client.auth.Secret;
import java.util.Optional;

/**
 * An app that was granted access to the account.
 *
 * @param clientId the app's id
 * @param clientSecret the app's secret
 * @param refreshToken the first refresh token; later ones are kept beside the store, encrypted with its key, and win
 */
public record OAuthConfig(String clientId, Secret clientSecret, Optional<Secret> refreshToken) {}
