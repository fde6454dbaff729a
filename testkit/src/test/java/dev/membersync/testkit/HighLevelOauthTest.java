package dev.membersync.testkit;

import static dev.membersync.testkit.Vendor.COMPANY;
import static dev.membersync.testkit.Vendor.LOCATION;
import static dev.membersync.testkit.Vendor.message;
import static dev.membersync.testkit.Vendor.object;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HighLevelOauthTest {
    private static final String ID = "64c0e3a1b2c3d4e5f6a7b8c9-abcd1234";

    private final Vendor vendor = new Vendor(FakeMemberships.builder()
            .apiKey("pit", "oauth.write")
            .app(ID, "s3cret", "https://app.example/cb", "contacts.readonly", "oauth.write", "oauth.readonly"));
    private final FakeMemberships fake = vendor.fake;

    private FakeReply form(String body) {
        return fake.handle(FakeRequest.of(
                "POST", "/oauth/token", Map.of("Content-Type", "application/x-www-form-urlencoded"), body));
    }

    private static String client(String rest) {
        return "client_id=" + ID + "&client_secret=s3cret&" + rest;
    }

    private JsonObject first(String code) {
        return object(form(client("grant_type=authorization_code&code=" + code)));
    }

    private FakeReply refresh(String token) {
        return form(client("grant_type=refresh_token&refresh_token=" + token));
    }

    private FakeReply read(String token) {
        return vendor.as(token, "GET", "/contacts/?locationId=" + LOCATION, "");
    }

    @Test
    void aCodeBuysOnePairOfALocation() {
        String code = fake.oauth().authorize(ID);
        JsonObject pair = first(code);
        FakeReply again = form(client("grant_type=authorization_code&code=" + code));

        assertThat(pair.text("userType")).hasValue("Location");
        assertThat(pair.text("locationId")).hasValue(LOCATION);
        assertThat(pair.text("scope")).hasValue("contacts.readonly oauth.readonly oauth.write");
        assertThat(pair.whole("expires_in")).hasValue(86_399);
        assertThat(read(pair.text("access_token", "")).status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(401);
        assertThat(object(again).text("error_description")).hasValue("Authorization code not found");
    }

    @Test
    void aBadCodeIsSeenBeforeABadClient() {
        FakeReply reply = form("client_id=x&client_secret=y&grant_type=authorization_code&code=z");

        assertThat(object(reply).text("error")).hasValue("UnAuthorized!");
        assertThat(object(reply).text("error_description")).hasValue("Authorization code not found");
    }

    @Test
    void versionThreeTakesJsonAndAnswersInCamelCase() {
        String json = "{\"clientId\":\"" + ID + "\",\"clientSecret\":\"s3cret\",\"grantType\":\"authorization_code\","
                + "\"code\":\"" + fake.oauth().authorize(ID) + "\"}";

        FakeReply reply = fake.handle(FakeRequest.of("POST", "/oauth/token", Map.of("Version", "v3"), json));

        assertThat(object(reply).keys()).contains("accessToken", "refreshToken", "expiresIn", "tokenType");
        assertThat(object(reply).has("access_token")).isFalse();
    }

    @Test
    void aRefreshRotatesAndIsSingleUseAfterTheGrace() {
        String spent = first(fake.oauth().authorize(ID)).text("refresh_token", "");
        JsonObject second = object(refresh(spent));
        vendor.clock.forward(Duration.ofSeconds(30));
        JsonObject graceful = object(refresh(spent));
        vendor.clock.forward(Duration.ofMillis(1));

        assertThat(second.text("refresh_token", "")).isNotEqualTo(spent).isNotEmpty();
        assertThat(graceful.text("access_token")).isEqualTo(second.text("access_token"));
        assertThat(graceful.text("refresh_token")).isEqualTo(second.text("refresh_token"));
        assertThat(refresh(spent).status()).isEqualTo(400);
        assertThat(refresh(second.text("refresh_token", "")).status()).isEqualTo(200);
        assertThat(fake.oauth().tokenCalls()).isEqualTo(5);
    }

    @Test
    void aLostAnswerHasRotatedTheTokenAllTheSame() {
        String spent = first(fake.oauth().authorize(ID)).text("refresh_token", "");
        fake.faults(FaultPlan.nth("oauth.token", 1, Fault.DROP_AFTER));

        assertThat(refresh(spent).ending()).isEqualTo(Ending.DROPPED);
        vendor.clock.forward(Duration.ofSeconds(31));
        assertThat(refresh(spent).status()).isEqualTo(400);
    }

    @Test
    void accessTokensExpireAndAreRevoked() {
        String token = first(fake.oauth().authorize(ID)).text("access_token", "");
        fake.oauth().expireAccessTokens();
        FakeReply expired = read(token);
        fake.oauth().revoke(token);

        assertThat(message(expired)).isEqualTo("Invalid JWT");
        assertThat(message(read(token))).isEqualTo("Invalid token: access token is invalid");
    }

    @Test
    void anAccessTokenLivesForItsSecondsOnly() {
        String token = first(fake.oauth().authorize(ID)).text("access_token", "");
        vendor.clock.forward(Duration.ofSeconds(86_398));
        assertThat(read(token).status()).isEqualTo(200);
        vendor.clock.forward(Duration.ofSeconds(1));
        assertThat(read(token).status()).isEqualTo(401);
    }

    @Test
    void anInactiveLocationGetsNoTokens() {
        String refresh = first(fake.oauth().authorize(ID)).text("refresh_token", "");
        fake.oauth().active(LOCATION, false);

        assertThat(refresh(refresh).status()).isEqualTo(400);
        assertThat(message(refresh(refresh))).isEqualTo("Location is not active");
    }

    @Test
    void aCompanyTokenMintsLocationTokens() {
        String company = first(fake.oauth().authorizeCompany(ID)).text("access_token", "");
        String body = "{\"companyId\":\"" + COMPANY + "\",\"locationId\":\"" + LOCATION + "\"}";
        FakeReply minted = vendor.as(company, "POST", "/oauth/locationToken", body);

        assertThat(message(read(company))).isEqualTo("Token's user type mismatch!");
        assertThat(minted.status()).isEqualTo(201);
        assertThat(object(minted).text("scope", "").split(" ")).contains("oauth.readonly", "oauth.write");
        assertThat(object(minted).has("refresh_token")).isFalse();
        assertThat(read(object(minted).text("access_token", "")).status()).isEqualTo(200);
    }

    @Test
    void hyphenatedPathsExistInVersionThreeOnly() {
        String company = first(fake.oauth().authorizeCompany(ID)).text("access_token", "");
        String body = "{\"companyId\":\"" + COMPANY + "\",\"locationId\":\"" + LOCATION + "\"}";
        FakeReply old = vendor.as(company, "POST", "/oauth/location-token", body);
        FakeReply v3 = vendor.send(Vendor.headers(company, "v3"), "POST", "/oauth/location-token", body);

        assertThat(old.status()).isEqualTo(404);
        assertThat(message(old)).isEqualTo("Cannot POST /oauth/location-token");
        assertThat(object(v3).keys()).contains("accessToken", "refreshToken");
    }

    @Test
    void aPrivateTokenMintsNothing() {
        assertThat(vendor.as("pit", "POST", "/oauth/locationToken", "{}").status())
                .isEqualTo(401);
    }

    @Test
    void installedLocationsArePagedInBothStyles() {
        String company = first(fake.oauth().authorizeCompany(ID)).text("access_token", "");
        fake.oauth().authorize(ID);
        fake.records(RecordKind.LOCATION).put("loc2", Map.of("name", "Second"));
        fake.oauth().authorize(ID, "loc2");
        String query = "?companyId=" + COMPANY + "&appId=" + ID.substring(0, 24);

        JsonObject old = object(vendor.as(company, "GET", "/oauth/installedLocations" + query + "&limit=1&skip=1", ""));
        JsonObject v3 = object(vendor.send(
                Vendor.headers(company, "v3"), "GET", "/oauth/installed-locations" + query + "&pageSize=1", ""));

        assertThat(old.objects("locations"))
                .extracting(row -> row.text("name", ""))
                .isEqualTo(List.of("Second"));
        assertThat(old.whole("count")).hasValue(2);
        assertThat(v3.object("pagination").orElseThrow().text("nextPageToken")).hasValue("p1");
    }

    @Test
    void aReconnectGivesAFreshCodeForAnInstall() {
        fake.oauth().authorize(ID);
        fake.oauth().revokeRefreshTokens();
        String body = "{\"clientKey\":\"" + ID + "\",\"clientSecret\":\"s3cret\",\"locationId\":\"" + LOCATION + "\"}";

        FakeReply reply = fake.handle(FakeRequest.of("POST", "/oauth/reconnect", Map.of(), body.getBytes(UTF_8)));

        assertThat(first(object(reply).text("authorizationCode", "")).has("access_token"))
                .isTrue();
    }
}
