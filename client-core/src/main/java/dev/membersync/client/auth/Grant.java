package dev.membersync.client.auth;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a token endpoint granted; prints without its secrets.
 *
 * @param accessToken the token that calls carry
 * @param expiresAt when the vendor stops accepting it; empty when unknown or never
 * @param refreshToken what the next renewal is asked with; empty when the vendor gave none
 * @param scopes the rights granted; empty when the vendor did not say
 * @param facts what else was said and is no secret, such as {@code userType}, {@code locationId}, {@code companyId}
 */
public record Grant(
        Secret accessToken,
        Optional<Instant> expiresAt,
        Optional<Secret> refreshToken,
        Set<String> scopes,
        Map<String, String> facts) {
    /** Copies the collections. */
    public Grant {
        scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** A grant of an access token about which nothing else is known. */
    public static Grant of(Secret accessToken) {
        return new Grant(accessToken, Optional.empty(), Optional.empty(), Set.of(), Map.of());
    }

    /** With the instant from which the vendor no longer accepts the access token. */
    public Grant expiresAt(Instant expiresAt) {
        return new Grant(accessToken, Optional.of(expiresAt), refreshToken, scopes, facts);
    }

    /** With a refresh token. */
    public Grant refreshToken(Secret refreshToken) {
        return new Grant(accessToken, expiresAt, Optional.of(refreshToken), scopes, facts);
    }

    /** With the rights granted. */
    public Grant scopes(Set<String> scopes) {
        return new Grant(accessToken, expiresAt, refreshToken, scopes, facts);
    }

    /** With what else was said. */
    public Grant facts(Map<String, String> facts) {
        return new Grant(accessToken, expiresAt, refreshToken, scopes, facts);
    }

    /** Which of these scopes were not granted, sorted; none when the vendor did not say what it granted. */
    public Set<String> lacking(Collection<String> needed) {
        Set<String> lacking = new TreeSet<>(needed);
        lacking.removeAll(scopes);
        return scopes.isEmpty() ? Set.of() : Collections.unmodifiableSet(lacking);
    }

    /**
     * This answer to a renewal of an older grant. What it leaves out stays as it was (RFC 6749, section 6): an absent
     * refresh token means that the vendor did not rotate it, absent scopes are the old ones.
     */
    public Grant following(Grant older) {
        Map<String, String> allFacts = new LinkedHashMap<>(older.facts);
        allFacts.putAll(facts);
        return new Grant(
                accessToken,
                expiresAt,
                refreshToken.or(older::refreshToken),
                scopes.isEmpty() ? older.scopes : scopes,
                allFacts);
    }

    /** Whether the vendor no longer accepts the access token at this instant. */
    boolean expired(Instant now) {
        return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
    }
}
