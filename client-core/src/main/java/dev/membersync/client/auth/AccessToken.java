package dev.membersync.client.auth;

import java.time.Instant;
import java.util.Optional;

/**
 * What a call authenticates with.
 *
 * @param value the key or token, without a scheme such as {@code Bearer}
 * @param expiresAt when the vendor stops accepting it; empty when unknown or never
 */
public record AccessToken(Secret value, Optional<Instant> expiresAt) {
    /** A token without a known end. */
    public static AccessToken of(Secret value) {
        return new AccessToken(value, Optional.empty());
    }
}
