package dev.membersync.memberships.oauth;

import dev.membersync.client.auth.Grant;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what the token endpoint grants, in both spellings (SPEC, memberships-api.md 1.3 and 2.8). */
final class Grants {

    private static final List<String> FACTS =
            List.of("userType", "locationId", "companyId", "userId", "planId", "appId", "isBulkInstallation");

    /** Ten years. An absurd life must not cost the refresh token beside it, which exists only in this answer. */
    private static final long LONGEST_SECONDS = Duration.ofDays(3650).toSeconds();

    private Grants() {}

    static Grant read(byte[] body, Instant now) {
        return Json.object(body, fields -> read(fields, now));
    }

    private static Grant read(Fields fields, Instant now) {
        Secret access = secret(fields, "access_token", "accessToken")
                .orElseThrow(() -> new UnreadableException("the answer grants no access token"));
        OptionalLong seconds = life(fields);
        Map<String, String> facts = new LinkedHashMap<>();
        FACTS.forEach(name -> fields.text(name).ifPresent(value -> facts.put(name, value)));
        String scopes = fields.text("scope").map(String::strip).orElse("");
        Optional<Instant> end = seconds.isPresent() && seconds.getAsLong() <= LONGEST_SECONDS
                ? Optional.of(now.plusSeconds(Math.max(0, seconds.getAsLong())))
                : Optional.empty();
        return new Grant(
                access,
                end,
                secret(fields, "refresh_token", "refreshToken"),
                scopes.isEmpty() ? Set.of() : Set.of(scopes.split("\\s+")),
                facts);
    }

    /** Unreadable is unknown: the refresh token beside it works once, and nothing may lose it. */
    private static OptionalLong life(Fields fields) {
        try {
            return fields.number("expires_in", "expiresIn");
        } catch (UnreadableException e) {
            return OptionalLong.empty();
        }
    }

    /** The code that a reconnect gives. */
    static Secret code(byte[] body) {
        return Json.object(
                body,
                fields -> secret(fields, "authorizationCode")
                        .orElseThrow(() -> new UnreadableException("the answer holds no code")));
    }

    private static Optional<Secret> secret(Fields fields, String name, String... others) {
        Optional<String> text = fields.text(name, others).map(String::strip).filter(value -> !value.isEmpty());
        try {
            return text.map(Secret::of);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("the answer holds a secret with characters that no header can carry");
        }
    }
}
