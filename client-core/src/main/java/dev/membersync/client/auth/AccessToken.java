package dev.membersync.client.auth;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a call authenticates with.
 *
 * @param value the key or token, without a scheme such as {@code Bearer}
 * @param expiresAt when the vendor stops accepting it; empty when unknown or never
 * @param scopes the rights it was granted; empty when unknown, as those of a key always are
 */
public record AccessToken(Secret value, Optional<Instant> expiresAt, Set<String> scopes) {
    /** Copies the scopes. */
    public AccessToken {
        scopes = Set.copyOf(scopes);
    }

    /** A token without a known end. */
    public static AccessToken of(Secret value) {
        return new AccessToken(value, Optional.empty(), Set.of());
    }
}
