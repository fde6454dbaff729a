package dev.membersync.testkit;

import static dev.membersync.testkit.Vendor.COMPANY;
import static dev.membersync.testkit.Vendor.LOCATION;
import static dev.membersync.testkit.Vendor.message;
import static dev.membersync.testkit.Vendor.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HighLevelGateTest {
    private final Vendor vendor = new Vendor(FakeMemberships.builder()
            .apiKey("all", "contacts.readonly", "contacts.write", "users.readonly", "locations.readonly")
            .apiKey("writer", "contacts.write")
            .companyKey("agency", "users.readonly", "locations.readonly", "contacts.readonly", "oauth.write"));
    private final FakeMemberships fake = vendor.fake;
    private final String contact =
            "/contacts/" + fake.contacts().add("Ann", "Lee", "ann@example.com").id();

    private void assertRefused(FakeReply reply, int status, String message) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(message(reply)).isEqualTo(message);
    }

    @Test
    void theVersionHeaderIsMandatory() {
        assertRefused(
                vendor.send(Map.of("Authorization", "Bearer all"), "GET", contact, ""),
                401,
                "version header was not found.");
    }

    @Test
    void anUnknownVersionIsRefusedAndFourAreKnown() {
        assertRefused(vendor.send(Vendor.headers("all", "v9"), "GET", contact, ""), 401, "version header is invalid");
        for (String version : new String[] {"v3", "2023-02-21", "2021-07-28", "2021-04-15"}) {
            assertThat(vendor.send(Vendor.headers("all", version), "GET", contact, "")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aKeyWithoutTheScopeIsToldSo() {
        assertRefused(vendor.as("writer", "GET", contact, ""), 401, "The token is not authorized for this scope.");
    }

    @Test
    void anUnknownKeyIsToldSo() {
        assertRefused(vendor.as("wrong", "GET", contact, ""), 401, "Invalid Private Integration token");
    }

    @Test
    void aCompanyKeyDoesNotReadContacts() {
        assertRefused(vendor.as("agency", "GET", contact, ""), 401, "Token's user type mismatch!");
        assertRefused(
                vendor.as("agency", "GET", "/users/?locationId=" + LOCATION, ""), 401, "Token's user type mismatch!");
    }

    @Test
    void anAgencyRouteIsForbiddenToALocationKey() {
        assertRefused(
                vendor.as("all", "POST", "/users/search/filter-by-email", "{\"companyId\":\"x\",\"emails\":\"y\"}"),
                403,
                "Forbidden resource");
    }

    @Test
    void anotherLocationIsOutOfReachWhetherItExistsOrNot() {
        fake.records(RecordKind.LOCATION).put("other", Map.of("companyId", COMPANY));

        assertRefused(
                vendor.as("all", "GET", "/locations/other", ""),
                403,
                "The token does not have access to this location.");
        assertRefused(
                vendor.as("all", "GET", "/contacts/?locationId=nonsense", ""),
                403,
                "The token does not have access to this location.");
        assertThat(vendor.as("agency", "GET", "/locations/other", "").status()).isEqualTo(200);
    }

    @Test
    void theLocationNamesItsCompany() {
        assertThat(object(vendor.as("all", "GET", "/locations/" + LOCATION, ""))
                        .object("location")
                        .orElseThrow()
                        .text("companyId"))
                .hasValue(COMPANY);
    }

    @Test
    void aMisCasedPathIs401AndAMissingSlashIs404() {
        assertThat(vendor.as("all", "GET", contact.replace("contacts", "Contacts"), "")
                        .status())
                .isEqualTo(401);
        assertRefused(vendor.as("all", "GET", "/users", ""), 404, "Cannot GET /users");
    }

    @Test
    void aUserSearchWithoutCompanyIsUnauthorizedAndWithALocationIs422() {
        assertRefused(vendor.as("all", "GET", "/users/search", ""), 401, "E01 - Unauthorized request");
        assertThat(vendor.as("all", "GET", "/users/search?locationId=" + LOCATION, "")
                        .status())
                .isEqualTo(422);
        assertThat(vendor.as("all", "GET", "/users/search?companyId=" + COMPANY, "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theOldUserListTakesNoOtherParameter() {
        assertRefused(
                vendor.as("all", "GET", "/users/?companyId=c&locationId=" + LOCATION, ""),
                422,
                "property companyId should not exist");
    }

    @Test
    void bodiesCarryATraceIdUnlessSwitchedOff() {
        assertThat(object(vendor.as("all", "GET", contact, "")).has("traceId")).isTrue();
        fake.highLevelSwitches().traceId(false);
        assertThat(object(vendor.as("all", "GET", contact, "")).has("traceId")).isFalse();
    }

    @Test
    void bothLimitsAreShownAndKeptPerResource() {
        fake.rate(RateRule.of(2, Duration.ofSeconds(10)).daily(100));
        fake.spend(1);
        FakeReply first = vendor.as("all", "GET", contact, "");
        FakeReply second = vendor.as("all", "GET", contact, "");

        assertThat(first.headers())
                .containsEntry("x-ratelimit-remaining", "0")
                .containsEntry("x-ratelimit-daily-remaining", "98")
                .containsEntry("x-ratelimit-interval-milliseconds", "10000");
        assertThat(second.status()).isEqualTo(429);
        assertThat(second.text()).isEqualTo("{\"statusCode\":429,\"message\":\"Too Many Requests\"}");
        assertThat(second.headers()).doesNotContainKey("retry-after");
        assertThat(vendor.as("agency", "GET", "/locations/" + LOCATION, "").status())
                .isEqualTo(200);
    }

    @Test
    void theDefaultKeyMayDoEverything() {
        Vendor other = new Vendor();

        assertThat(other.get("/users/?locationId=" + LOCATION).status()).isEqualTo(200);
        assertThat(other.get("/locations/" + LOCATION + "/customFields").status())
                .isEqualTo(200);
    }
}
