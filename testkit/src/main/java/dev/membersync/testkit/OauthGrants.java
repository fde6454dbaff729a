package dev.membersync.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.membersync.testkit.internal.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Apps, authorization codes and token pairs. Refresh tokens are single use, with 30 s in which the same one gets the same answer again (docs). */
final class OauthGrants {
    /** A registered app. */
    record App(String clientId, String clientSecret, String redirectUri, Set<String> scopes) {}

    /** An app at a company or location. */
    record Install(App app, boolean company, String resource) {}

    /** Tokens as they are answered; a minted location token has no refresh token in version 2. */
    record Pair(Install install, String access, String refresh, long seconds, Set<String> scopes) {}

    private record Code(Install install, Instant expires) {}

    private record Refresh(
            Install install,
            @Nullable Instant spent,
            @Nullable Pair answer) {}

    static final Duration GRACE = Duration.ofSeconds(30);
    static final Duration CODE_LIFE = Duration.ofMinutes(10);

    private final HighLevelState state;
    private final Tokens tokens;
    private final Map<String, App> apps = new LinkedHashMap<>();
    private final Map<String, Code> codes = new LinkedHashMap<>();
    private final Map<String, Refresh> refreshes = new LinkedHashMap<>();

    OauthGrants(HighLevelState state, Tokens tokens) {
        this.state = state;
        this.tokens = tokens;
    }

    void register(App app) {
        apps.put(app.clientId(), app);
    }

    Optional<App> app(String clientId) {
        return Optional.ofNullable(apps.get(clientId));
    }

    /** A code as the consent page hands it out, good for ten minutes and one exchange. */
    String issueCode(Install install) {
        String code = state.ids().hex(40);
        codes.put(code, new Code(install, state.now().plus(CODE_LIFE)));
        return code;
    }

    Optional<Install> find(String code) {
        return Optional.ofNullable(codes.get(code))
                .filter(found -> state.now().isBefore(found.expires()))
                .map(Code::install);
    }

    Pair exchange(String code, Install install) {
        codes.remove(code);
        return issue(install, install.app().scopes());
    }

    Optional<Install> holder(String refreshToken) {
        return Optional.ofNullable(refreshes.get(refreshToken)).map(Refresh::install);
    }

    /** The next pair, or within the grace the one that the same token got before; empty for a spent token. */
    Optional<Pair> refresh(String refreshToken) {
        Refresh held = refreshes.get(refreshToken);
        if (held == null) {
            return Optional.empty();
        }
        Instant now = state.now();
        if (held.spent() != null) {
            boolean graceful = !now.isAfter(held.spent().plus(GRACE));
            return graceful ? Optional.ofNullable(held.answer()) : Optional.empty();
        }
        Pair pair = issue(held.install(), held.install().app().scopes());
        refreshes.put(refreshToken, new Refresh(held.install(), now, pair));
        return Optional.of(pair);
    }

    /** A location token out of a company token; it may look at the app's other installations too (LIVE). */
    Pair mint(App app, String locationId) {
        Set<String> scopes = new LinkedHashSet<>(app.scopes());
        scopes.addAll(List.of("oauth.readonly", "oauth.write"));
        return issue(new Install(app, false, locationId), scopes);
    }

    private Pair issue(Install install, Set<String> scopes) {
        long seconds = state.switches().accessTokenLife().toSeconds();
        String access = jwt(install);
        String refresh = jwt(install);
        tokens.put(
                access,
                new Principal(
                        install.company(),
                        install.resource(),
                        scopes,
                        install.app().clientId(),
                        state.now().plusSeconds(seconds)));
        refreshes.put(refresh, new Refresh(install, null, null));
        return new Pair(install, access, refresh, seconds, scopes);
    }

    /** Revokes every refresh token, as an uninstall does. */
    void forgetRefreshTokens() {
        refreshes.clear();
    }

    /** Looks like a JWT and is unique; nobody can check its signature. */
    private String jwt(Install install) {
        Map<String, Object> claims = Json.map(
                "authClass",
                install.company() ? "Company" : "Location",
                "authClassId",
                install.resource(),
                "source",
                "INTEGRATION",
                "sourceId",
                install.app().clientId(),
                "channel",
                "OAUTH",
                "jti",
                state.ids().hex(24));
        return part(Json.map("alg", "RS256", "typ", "JWT")) + "." + part(claims) + ".c2lnbmF0dXJl";
    }

    private static String part(Map<String, Object> json) {
        return new String(Base64.getUrlEncoder().withoutPadding().encode(Json.bytes(json)), UTF_8);
    }
}
