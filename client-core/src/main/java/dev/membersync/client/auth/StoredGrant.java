package dev.membersync.client.auth;

import java.time.Instant;
import java.util.Optional;

/**
 * A grant as a store keeps it.
 *
 * @param grant the last one that is known
 * @param renewalBegun since when a renewal of exactly this grant has been under way without a known answer, so that
 *     whoever reads it after a crash knows that the same refresh token was sent already; empty when there is none
 */
public record StoredGrant(Grant grant, Optional<Instant> renewalBegun) {
    /** A grant that nobody is renewing. */
    public static StoredGrant of(Grant grant) {
        return new StoredGrant(grant, Optional.empty());
    }
}
