package dev.membersync.memberships.oauth;

import dev.membersync.client.Call;
import dev.membersync.client.auth.Grant;
import dev.membersync.client.auth.RenewingTokens;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.auth.TokenStore;
import dev.membersync.client.internal.CallBuilder;
import dev.membersync.client.time.Time;
import dev.membersync.memberships.internal.Wire;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.profile.Spelling;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Gets access to accounts: sends people to the consent page, exchanges codes for tokens, renews tokens and gets lost ones
 * back. Holds the app's own credentials and nobody's tokens. Thread-safe. Calls fail as {@link Call} says; any refusal of
 * the token endpoint is an {@link dev.membersync.client.error.AuthException} whose reason is {@code RECONNECT_NEEDED}, or
 * {@code CLIENT_REFUSED} where its text is about the app's own id or secret.
 *
 * <pre>{@code
 * try (var oauth = OAuthClient.builder(MembershipsProfile.HIGHLEVEL, app).build()) {
 *     Authorization consent = oauth.authorize(AuthorizationRequest.of(redirectUri, "contacts.readonly"));
 *     // send the browser to consent.url(); when it comes back:
 *     Grant grant = oauth.exchange(consent, consent.code(callback)).execute();
 *     store.save(locationId, grant);
 *     TokenProvider tokens = oauth.tokens(store, locationId);   // for MembershipsClient.builder(..).tokens(tokens)
 * }
 * }</pre>
 */
public final class OAuthClient implements AutoCloseable {

    private final OAuthApp app;
    private final Wire wire;
    private final URI consentUrl;
    private final Time time;
    private final RandomGenerator random;
    private final Runnable release;

    OAuthClient(OAuthApp app, Wire wire, URI consentUrl, Time time, RandomGenerator random, Runnable release) {
        this.app = app;
        this.wire = wire;
        this.consentUrl = consentUrl;
        this.time = time;
        this.random = random;
        this.release = release;
    }

    /** A client of the token endpoint of this dialect, for one app. */
    public static OAuthClientBuilder builder(MembershipsProfile profile, OAuthApp app) {
        return new OAuthClientBuilder(profile, app);
    }

    /** A consent to ask a person for; nothing is sent. */
    public Authorization authorize(AuthorizationRequest request) {
        return Consent.of(app, consentUrl, request, random);
    }

    /** Exchanges a code for tokens: {@code POST /oauth/token} (SPEC). A code works once, so this is never repeated. */
    public Call<Grant> exchange(Authorization authorization, Secret code) {
        return exchange(code, Optional.of(authorization.redirectUri()), authorization.verifier());
    }

    /** Exchanges a code that no consent page of ours was asked for, such as that of {@link #reconnect}. */
    public Call<Grant> exchange(Secret code) {
        return exchange(code, Optional.empty(), Optional.empty());
    }

    /**
     * Renews a grant: {@code POST /oauth/token} (SPEC). The refresh token works once and the answer holds the next one;
     * for about 30 seconds the same request gets the same answer (DOC), so a lost answer is asked for again.
     */
    public Call<Grant> refresh(Secret refreshToken) {
        Map<String, Object> form = form("refresh_token");
        form.put(spelled("refresh_token", "refreshToken"), refreshToken);
        return granted(wire.call("oauth.refresh").form(form));
    }

    /**
     * A new code for a location that has the app installed, without asking anybody: {@code POST /oauth/reconnect} (DOC, a
     * help article only; memberships-api.md 2.8). For a refresh token that was lost.
     */
    public Call<Secret> reconnectLocation(String locationId) {
        return reconnect("locationId", locationId);
    }

    /** As {@link #reconnectLocation}, for a company that has the app installed. */
    public Call<Secret> reconnectCompany(String companyId) {
        return reconnect("companyId", companyId);
    }

    /**
     * Tokens that renew themselves, one renewal for all threads and all processes that share the store; see
     * {@link RenewingTokens}. The first grant must be in the store.
     *
     * @param key the name of the grant in the store, such as the id of the location
     */
    public RenewingTokens tokens(TokenStore store, String key) {
        return tokens(store, key, Optional.empty());
    }

    /** As {@link #tokens(TokenStore, String)}; a store that holds nothing yet begins with this refresh token. */
    public RenewingTokens tokens(TokenStore store, String key, Optional<Secret> first) {
        return RenewingTokens.builder(
                        store, key, current -> renewed(current, first).executeAsync())
                .time(time)
                .build();
    }

    /**
     * The tokens of a location, got with those of its company and got again when they end: {@code POST
     * /oauth/locationToken} (SPEC). The vendor gives no refresh token with them (memberships-api.md 10.21).
     *
     * @param company the tokens of the company
     * @param store   where the location's token rests, under the location's id
     */
    public RenewingTokens locationTokens(TokenProvider company, String companyId, String locationId, TokenStore store) {
        Call<Grant> mint = LocationTokens.mint(wire, companyId, locationId, time, company);
        return RenewingTokens.builder(store, locationId, current -> mint.executeAsync())
                .time(time)
                .build();
    }

    /** Releases the connections, unless the transport was lent by the caller. */
    @Override
    public void close() {
        release.run();
    }

    private Call<Grant> renewed(Optional<Grant> current, Optional<Secret> first) {
        return refresh(
                current.isPresent()
                        ? current.get().refreshToken().orElseThrow(Consent::nothingToRenew)
                        : first.orElseThrow(Consent::nothingToRenew));
    }

    private Call<Grant> exchange(Secret code, Optional<URI> redirectUri, Optional<Secret> verifier) {
        Map<String, Object> form = form("authorization_code");
        form.put("code", code);
        redirectUri.ifPresent(uri -> form.put(spelled("redirect_uri", "redirectUri"), uri.toString()));
        verifier.ifPresent(secret -> form.put(spelled("code_verifier", "codeVerifier"), secret));
        return granted(wire.call("oauth.exchange").form(form));
    }

    private Call<Secret> reconnect(String idName, String id) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("clientKey", app.clientId());
        body.put("clientSecret", app.clientSecret());
        body.put(idName, id);
        return wire.call("oauth.reconnect").json(body).reader(Grants::code);
    }

    private Call<Grant> granted(CallBuilder call) {
        return call.reader(body -> Grants.read(body, time.instant()));
    }

    private Map<String, Object> form(String grantType) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put(spelled("client_id", "clientId"), app.clientId());
        form.put(spelled("client_secret", "clientSecret"), app.clientSecret());
        form.put(spelled("grant_type", "grantType"), grantType);
        return form;
    }

    private String spelled(String v2, String v3) {
        Spelling spelling = wire.profile().spelling();
        return spelling.of(v2, v3);
    }
}
