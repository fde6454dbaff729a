package dev.membersync.memberships.oauth;

import static dev.membersync.memberships.profile.MembershipsProfile.HIGHLEVEL;
import static dev.membersync.memberships.profile.MembershipsProfile.HIGHLEVEL_V3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.membersync.client.Call;
import dev.membersync.client.auth.Grant;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.auth.TokenStore;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.AuthException.Reason;
import dev.membersync.client.http.Request;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.Scripts;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the token endpoint and those beside it are sent and answer (SPEC, memberships-api.md 1.3 and 2.8). */
class OAuthContractTest {

    private static final String FORM = " application/x-www-form-urlencoded ";
    private static final String OLD = "{'access_token':'at','refresh_token':'rt','token_type':'Bearer',"
            + "'expires_in':86399,'scope':'a.readonly  b.write','userType':'Location','locationId':'loc1',"
            + "'companyId':'comp1','userId':'u1','refreshTokenId':'canary'}";
    private static final String NEW = "{'accessToken':'at','refreshToken':'rt','tokenType':'Bearer',"
            + "'expiresIn':86399,'scope':'a.readonly  b.write','userType':'Location','locationId':'loc1',"
            + "'companyId':'comp1','userId':'u1','refreshTokenId':'canary'}";
    private static final String CLIENT =
            "client_id=64c0e3a1b2c3d4e5f6a7b8c9-abcd1234" + "&client_secret=canary%20secret%2F%2B%26&grant_type=";
    private static final String CLIENT3 =
            "clientId=64c0e3a1b2c3d4e5f6a7b8c9-abcd1234" + "&clientSecret=canary%20secret%2F%2B%26&grantType=";

    static Stream<Arguments> calls() {
        Function<OAuthClient, Call<?>> consented = oauth -> oauth.exchange(
                oauth.authorize(AuthorizationRequest.of(Apps.REDIRECT, "x").withPkce()), Secret.of("canary-code"));
        Function<OAuthClient, Call<?>> bare = oauth -> oauth.exchange(Secret.of("canary-code"));
        Function<OAuthClient, Call<?>> refresh = oauth -> oauth.refresh(Secret.of("canary-rt"));
        String at = "&%s=https%%3A%%2F%%2Fapp.example.org%%2Fcb%%3Fa%%3Db&%s=" + "A".repeat(43);
        return Stream.of(
                Arguments.of(
                        HIGHLEVEL,
                        consented,
                        "POST /oauth/token" + FORM + "- " + CLIENT + "authorization_code&code=canary-code"
                                + at.formatted("redirect_uri", "code_verifier")),
                Arguments.of(
                        HIGHLEVEL_V3,
                        consented,
                        "POST /oauth/token" + FORM + "v3 " + CLIENT3 + "authorization_code&code=canary-code"
                                + at.formatted("redirectUri", "codeVerifier")),
                Arguments.of(
                        HIGHLEVEL,
                        bare,
                        "POST /oauth/token" + FORM + "- " + CLIENT + "authorization_code&code=canary-code"),
                Arguments.of(
                        HIGHLEVEL,
                        refresh,
                        "POST /oauth/token" + FORM + "- " + CLIENT + "refresh_token&refresh_token=canary-rt"),
                Arguments.of(
                        HIGHLEVEL_V3,
                        refresh,
                        "POST /oauth/token" + FORM + "v3 " + CLIENT3 + "refresh_token&refreshToken=canary-rt"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aRequestForTokensIsAFormInTheSpellingOfItsGeneration(
            MembershipsProfile profile, Function<OAuthClient, Call<?>> act, String sent) {
        ScriptedTransport transport = Scripts.replies(200, json(profile.equals(HIGHLEVEL) ? OLD : NEW));
        act.apply(Apps.client(transport, profile)).execute();
        assertThat(transport.requests()).singleElement().satisfies(request -> {
            assertThat(Apps.sent(request)).isEqualTo(sent);
            assertThat(request.secrets()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD, NEW})
    void anAnswerIsReadInBothSpellings(String reply) {
        for (MembershipsProfile profile : List.of(HIGHLEVEL, HIGHLEVEL_V3)) {
            Grant grant = Apps.client(Scripts.replies(200, json(reply)), profile)
                    .refresh(Secret.of("x"))
                    .execute();
            assertThat(grant.accessToken()).isEqualTo(Secret.of("at"));
            assertThat(grant.refreshToken()).contains(Secret.of("rt"));
            assertThat(grant.expiresAt()).contains(Instant.parse("2026-01-01T23:59:59Z"));
            assertThat(grant.scopes()).containsExactly("a.readonly", "b.write");
            assertThat(grant.facts())
                    .isEqualTo(
                            Map.of("userType", "Location", "locationId", "loc1", "companyId", "comp1", "userId", "u1"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{'error':'invalid_grant','error_description':'spent'}",
                "400|{'message':'Location is not active'}",
                "401|{'error':'UnAuthorized!','error_description':'Authorization code not found'}",
                "401|{'message':'Invalid JWT'}",
                "400|{'error':'invalid_grant','error_description':'no grant canary-rt with canary secret/+&'}",
                "401|''"
            })
    void aRefusalNeedsAPerson(int status, String reply) {
        Call<Grant> call =
                Apps.client(Scripts.replies(status, json(reply)), HIGHLEVEL).refresh(Secret.of("canary-rt"));
        AuthException failure = catchThrowableOfType(AuthException.class, call::execute);
        assertThat(failure.reason()).isEqualTo(Reason.RECONNECT_NEEDED);
        assertThat(failure).hasMessageContaining("reconnect").hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @CsvSource({"'a day'", "1e99", "86399.5", "99999999999999"})
    void anUnreadableLifeLosesNoRefreshToken(String life) {
        String reply = "{'access_token':'at','refresh_token':'rt2','expires_in':'" + life + "'}";
        Grant grant = Apps.client(Scripts.replies(200, json(reply)), HIGHLEVEL)
                .refresh(Secret.of("rt1"))
                .execute();
        assertThat(grant.refreshToken()).contains(Secret.of("rt2"));
        assertThat(grant.expiresAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{'token_type':'Bearer'}", "{'access_token':''}", "{'access_token':'canary\\u00e9'}", "[]", "''"})
    void anAnswerWithoutATokenIsUnreadable(String reply) {
        Call<Grant> call =
                Apps.client(Scripts.replies(200, json(reply)), HIGHLEVEL).refresh(Secret.of("canary-rt"));
        assertThatThrownBy(call::execute)
                .isInstanceOf(ApiException.class)
                .hasMessageNotContainingAny("canary", "java.");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aDescriptionShowsNoSecret(MembershipsProfile profile, Function<OAuthClient, Call<?>> act) {
        Call<?> call = act.apply(Apps.client(ScriptedTransport.create(), profile));
        assertThat(call.describe().toString()).contains("/oauth/token", "=***").doesNotContain("canary", "AAAA");
    }

    @ParameterizedTest
    @CsvSource({"location,locationId", "company,companyId"})
    void aReconnectGivesACode(String what, String name) {
        ScriptedTransport transport = Scripts.replies(200, json("{'authorizationCode':'code1','traceId':'t'}"));
        OAuthClient oauth = Apps.client(transport, HIGHLEVEL);
        Call<Secret> call = what.equals("location") ? oauth.reconnectLocation("id1") : oauth.reconnectCompany("id1");
        assertThat(call.describe().toString()).contains("clientSecret").doesNotContain("canary");
        assertThat(call.execute()).isEqualTo(Secret.of("code1"));
        assertThat(Apps.sent(transport.requests().get(0)))
                .isEqualTo("POST /oauth/reconnect application/json - "
                        + json("{'clientKey':'64c0e3a1b2c3d4e5f6a7b8c9-abcd1234','clientSecret':'canary secret/+&','"
                                + name + "':'id1'}"));
    }

    @Test
    void aReconnectThatIsRefusedShowsNoSecret() {
        Call<Secret> call = Apps.client(Scripts.replies(401, json("{'error':'UnAuthorized!'}")), HIGHLEVEL)
                .reconnectLocation("id1");
        AuthException failure = catchThrowableOfType(AuthException.class, call::execute);
        assertThat(failure.reason()).isEqualTo(Reason.RECONNECT_NEEDED);
        assertThat(failure).hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @CsvSource({"HIGHLEVEL,/oauth/locationToken,2021-07-28", "HIGHLEVEL_V3,/oauth/location-token,v3"})
    void aLocationTokenIsAskedForWithTheCompanysAndAVersion(String name, String path, String version) {
        MembershipsProfile profile = name.equals("HIGHLEVEL") ? HIGHLEVEL : HIGHLEVEL_V3;
        ScriptedTransport transport = Scripts.replies(201, json(profile.equals(HIGHLEVEL) ? OLD : NEW));
        var tokens = Apps.client(transport, profile)
                .locationTokens(TokenProvider.fixed(Secret.of("company")), "comp1", "loc1", TokenStore.inMemory());
        assertThat(tokens.token(Optional.empty()).join().value()).isEqualTo(Secret.of("at"));
        Request request = transport.requests().get(0);
        assertThat(Apps.sent(request)).startsWith("POST " + path + FORM + version + " ");
        assertThat(Scripts.body(request).split("&")).containsExactlyInAnyOrder("companyId=comp1", "locationId=loc1");
        assertThat(request.secrets().get("Authorization").reveal()).isEqualTo("Bearer company");
    }

    @Test
    void theClientOfACompanyMintsLocationTokensToo() {
        ScriptedTransport transport = Scripts.replies(201, json(OLD));
        Grant grant = Scripts.highLevel(transport, HIGHLEVEL)
                .oauth()
                .locationToken("loc2")
                .execute();
        assertThat(grant.facts()).containsEntry("locationId", "loc1");
        assertThat(Apps.sent(transport.requests().get(0))).contains("locationId=loc2", "companyId=comp1");
    }

    @Test
    void installedLocationsArePagedByNumbers() {
        ScriptedTransport transport = Scripts.replies(
                        200, json("{'count':2,'locations':[{'_id':'l1','name':'One','isInstalled':true,'x':1}]}"))
                .reply(200, json("{'count':2,'locations':[{'_id':'l2'}]}"));
        var all = Scripts.highLevel(transport, HIGHLEVEL).oauth().installedLocations("app1").stream()
                .toList();
        assertThat(all)
                .containsExactly(
                        new InstalledLocation("l1", Optional.of("One"), Optional.of(true), Map.of("x", 1)),
                        new InstalledLocation("l2", Optional.empty(), Optional.empty(), Map.of()));
        assertThat(transport.requests())
                .extracting(Scripts::target)
                .containsExactly(
                        "GET /oauth/installedLocations?companyId=comp1&appId=app1&limit=100&skip=0",
                        "GET /oauth/installedLocations?companyId=comp1&appId=app1&limit=100&skip=1");
    }

    @Test
    void installedLocationsOfVersion3ArePagedByToken() {
        ScriptedTransport transport = Scripts.replies(
                        200,
                        json("{'items':[{'_id':'l1'}],'pagination':{'totalRecords':2,'hasNextPage':true,"
                                + "'nextPageToken':'p/2'}}"))
                .reply(200, json("{'items':[{'_id':'l2'}],'pagination':{'totalRecords':2,'hasNextPage':false}}"));
        assertThat(Scripts.highLevel(transport, HIGHLEVEL_V3).oauth().installedLocations("app1").stream()
                        .map(InstalledLocation::id))
                .containsExactly("l1", "l2");
        assertThat(transport.requests())
                .extracting(Scripts::target)
                .containsExactly(
                        "GET /oauth/installed-locations?companyId=comp1&appId=app1&pageSize=100",
                        "GET /oauth/installed-locations?companyId=comp1&appId=app1&pageSize=100&pageToken=p%2F2");
    }

    @Test
    void withoutARefreshTokenNothingIsSent() {
        ScriptedTransport transport = ScriptedTransport.create();
        var tokens = Apps.client(transport, HIGHLEVEL).tokens(TokenStore.inMemory(), "loc1");
        assertThatThrownBy(() -> tokens.token(Optional.empty()).join())
                .cause()
                .isInstanceOfSatisfying(
                        AuthException.class, e -> assertThat(e.reason()).isEqualTo(Reason.RECONNECT_NEEDED))
                .hasMessageContaining("connect the account once");
        assertThat(transport.requests()).isEmpty();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
