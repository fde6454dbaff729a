package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;

/** The OAuth side of {@link FakeMemberships} on HIGHLEVEL: what happens in a browser, and what goes wrong with tokens. Thread-safe. */
public final class FakeOauth {
    private final Switchboard board;
    private final HighLevelState state;
    private final Tokens tokens;
    private final OauthGrants grants;

    FakeOauth(Switchboard board, HighLevelState state, Tokens tokens, OauthGrants grants) {
        this.board = board;
        this.state = state;
        this.tokens = tokens;
        this.grants = grants;
    }

    /** Installs an app at the first location, as a person at the consent page does, and answers the authorization code. */
    public String authorize(String clientId) {
        return authorize(clientId, state.locationId());
    }

    /** Installs an app at a location and answers the authorization code, good for ten minutes and one exchange. */
    public String authorize(String clientId, String locationId) {
        return install(clientId, false, locationId);
    }

    /** Installs an app at the company and answers the authorization code of a company token. */
    public String authorizeCompany(String clientId) {
        return install(clientId, true, state.companyId());
    }

    private String install(String clientId, boolean company, String resource) {
        return board.locked(() -> {
            OauthGrants.App app =
                    grants.app(clientId).orElseThrow(() -> new IllegalArgumentException("no app " + clientId));
            state.create(
                    RecordKind.INSTALL, Json.map("clientId", clientId, company ? "companyId" : "locationId", resource));
            return grants.issueCode(new OauthGrants.Install(app, company, resource));
        });
    }

    /** Ends every access token now; refresh tokens stay good. */
    public void expireAccessTokens() {
        change(() -> tokens.expireApps(state.now()));
    }

    /** Makes one access token or key unknown to the service. */
    public void revoke(String token) {
        change(() -> tokens.remove(token));
    }

    /** Makes every refresh token unknown to the service: only a reconnect helps. */
    public void revokeRefreshTokens() {
        change(grants::forgetRefreshTokens);
    }

    /** Deactivates a location, or activates it again: tokens of an inactive one are not issued. */
    public void active(String locationId, boolean active) {
        change(() -> state.shelf(RecordKind.LOCATION)
                .find(locationId)
                .ifPresent(location -> state.update(RecordKind.LOCATION, location.with("active", active))));
    }

    /** How often the token endpoint was called since the request log was cleared. */
    public long tokenCalls() {
        return board.requests().count("oauth.token");
    }

    private void change(Runnable edit) {
        board.locked(() -> {
            edit.run();
            return true;
        });
    }
}
