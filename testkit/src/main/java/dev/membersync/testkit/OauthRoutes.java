package dev.membersync.testkit;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The token endpoint in both spellings, location tokens and reconnect (SPEC and LIVE). */
final class OauthRoutes {
    private final HighLevelState state;
    private final OauthGrants grants;

    OauthRoutes(HighLevelState state, OauthGrants grants) {
        this.state = state;
        this.grants = grants;
    }

    Map<String, Ask.Handler> handlers() {
        return Map.of(
                "oauth.token",
                this::token,
                "oauth.reconnect",
                this::reconnect,
                "oauth.locationToken",
                ask -> mint(ask, false),
                "oauth.locationTokenV3",
                ask -> mint(ask, true));
    }

    private FakeReply token(Ask ask) {
        JsonObject sent = OauthWords.snake(ask.body());
        List<String> problems = new ArrayList<>();
        for (String name : List.of("client_id", "client_secret", "grant_type")) {
            if (sent.text(name, "").isEmpty()) {
                problems.add(name + " should not be empty");
            }
        }
        if (!problems.isEmpty()) {
            throw MembershipsDialect.invalid(problems);
        }
        return switch (sent.text("grant_type", "")) {
            case "authorization_code" -> exchange(ask, sent);
            case "refresh_token" -> refresh(ask, sent);
            default -> throw MembershipsDialect.invalid(List.of("grant_type is not supported for this client"));
        };
    }

    /** The code is looked at before the client is (LIVE). */
    private FakeReply exchange(Ask ask, JsonObject sent) {
        String code = sent.text("code", "");
        OauthGrants.Install install =
                grants.find(code).orElseThrow(() -> refused(401, "UnAuthorized!", "Authorization code not found"));
        requireClient(install.app(), sent);
        if (!sent.text("redirect_uri", install.app().redirectUri())
                .equals(install.app().redirectUri())) {
            throw refused(400, "invalid_request", "redirect_uri does not match");
        }
        requireActive(install);
        return FakeReply.json(200, OauthWords.shown(state.companyId(), grants.exchange(code, install), ask.v3(), true));
    }

    private FakeReply refresh(Ask ask, JsonObject sent) {
        String refresh = sent.text("refresh_token", "");
        OauthGrants.Install install = grants.holder(refresh).orElseThrow(OauthRoutes::spent);
        requireClient(install.app(), sent);
        requireActive(install);
        return FakeReply.json(
                200,
                OauthWords.shown(
                        state.companyId(), grants.refresh(refresh).orElseThrow(OauthRoutes::spent), ask.v3(), true));
    }

    private FakeReply mint(Ask ask, boolean v3) {
        if (!ask.body().text("companyId", "").equals(ask.who().resource())) {
            throw new Refusal(MembershipsDialect.error(403, "Forbidden resource", "Forbidden"));
        }
        OauthGrants.App app = grants.app(ask.who().clientId()).orElseThrow(OauthRoutes::spent);
        String location = ask.body().text("locationId", "");
        requireActive(new OauthGrants.Install(app, false, location));
        return FakeReply.json(v3 ? 200 : 201, OauthWords.shown(state.companyId(), grants.mint(app, location), v3, v3));
    }

    private FakeReply reconnect(Ask ask) {
        JsonObject sent = ask.body();
        OauthGrants.App app = grants.app(sent.text("clientKey", ""))
                .filter(found -> found.clientSecret().equals(sent.text("clientSecret", "")))
                .orElseThrow(() -> refused(401, "UnAuthorized!", "Invalid client credentials"));
        boolean company = sent.has("companyId");
        String resource = sent.text(company ? "companyId" : "locationId", "");
        boolean installed =
                state.shelf(RecordKind.INSTALL).where(company ? "companyId" : "locationId", resource).stream()
                        .anyMatch(install -> install.text("clientId").orElse("").equals(app.clientId()));
        if (!installed) {
            throw new Refusal(MembershipsDialect.error(400, "App is not installed", "Bad Request"));
        }
        String code = grants.issueCode(new OauthGrants.Install(app, company, resource));
        return FakeReply.json(
                200,
                Json.map(
                        "authorizationCode",
                        code,
                        "expiresAt",
                        VendorTime.of(state.now().plus(OauthGrants.CODE_LIFE))));
    }

    private static void requireClient(OauthGrants.App app, JsonObject sent) {
        if (!app.clientId().equals(sent.text("client_id", ""))
                || !app.clientSecret().equals(sent.text("client_secret", ""))) {
            throw refused(401, "UnAuthorized!", "Invalid client credentials");
        }
    }

    private void requireActive(OauthGrants.Install install) {
        if (!install.company()
                && state.shelf(RecordKind.LOCATION)
                        .find(install.resource())
                        .filter(location ->
                                !Boolean.FALSE.equals(location.values().get("active")))
                        .isEmpty()) {
            throw new Refusal(MembershipsDialect.error(400, "Location is not active", "Bad Request"));
        }
    }

    private static Refusal spent() {
        return refused(400, "invalid_grant", "This refresh token is invalid");
    }

    private static Refusal refused(int status, String error, String description) {
        return new Refusal(FakeReply.json(status, Json.map("error", error, "error_description", description)));
    }
}
