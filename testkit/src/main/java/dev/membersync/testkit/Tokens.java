package dev.membersync.testkit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which token stands for whom. Guarded by the switchboard. */
final class Tokens {
    private final Map<String, Principal> known = new LinkedHashMap<>();

    void put(String token, Principal principal) {
        known.put(token, principal);
    }

    void remove(String token) {
        known.remove(token);
    }

    /** Ends the tokens of apps. */
    void expireApps(Instant now) {
        known.replaceAll((token, who) ->
                who.oauth() ? new Principal(who.company(), who.resource(), who.scopes(), who.clientId(), now) : who);
    }

    Optional<Principal> find(FakeRequest request) {
        return Optional.ofNullable(known.get(bearer(request)));
    }

    /** Whose token it is; refuses tokens that are unknown, revoked or expired with the texts of the service (LIVE). */
    Principal require(FakeRequest request, Instant now) {
        String token = bearer(request);
        Principal principal = known.get(token);
        if (principal == null) {
            throw unauthorized(
                    token.startsWith("eyJ")
                            ? "Invalid token: access token is invalid"
                            : "Invalid Private Integration token");
        }
        if (!now.isBefore(principal.expires())) {
            throw unauthorized("Invalid JWT");
        }
        return principal;
    }

    static Refusal unauthorized(String message) {
        return new Refusal(MembershipsDialect.error(401, message, "Unauthorized"));
    }

    private static String bearer(FakeRequest request) {
        @Nullable String header = request.header("authorization").orElse(null);
        return header != null && header.startsWith("Bearer ") ? header.substring(7) : "";
    }
}
