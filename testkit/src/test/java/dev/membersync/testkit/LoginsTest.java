package dev.membersync.testkit;

import static dev.membersync.testkit.Accelevents.EVENT;
import static dev.membersync.testkit.Accelevents.code;
import static dev.membersync.testkit.Accelevents.object;
import static dev.membersync.testkit.Accelevents.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.Json;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginsTest {
    private static final String ADA = "ada@example.com";
    private static final String GOOD = "correct horse";

    private final Accelevents vendor = new Accelevents();
    private final FakeOrganisation organisation = vendor.fake.organisation();

    private FakeReply post(String path, Object... body) {
        return vendor.fake.handle(FakeRequest.of("POST", "/rest/u/" + path, Map.of(), text(Json.map(body))));
    }

    private FakeReply login(String password) {
        return post("login", "username", ADA, "password", password, "rememberme", false);
    }

    private String token(FakeOrganisation.Role role) {
        organisation.addUser(ADA, GOOD, role);
        return object(login(GOOD)).text("access_token").orElseThrow();
    }

    private FakeReply as(String authorization, String path) {
        return vendor.fake.handle(FakeRequest.of("GET", path, Map.of("Authorization", authorization)));
    }

    private long bought() {
        long order = vendor.orderId(vendor.free, "");
        vendor.pay(order);
        return order;
    }

    @Test
    void aPasswordOpensASessionThatGoesRawIntoTheHeader() {
        String token = token(FakeOrganisation.Role.ADMIN);
        String orders = "/rest/events/" + EVENT + "/staff/orders";

        assertThat(as(token, orders).status()).isEqualTo(200);
        assertThat(as("Bearer " + token, orders).status()).isEqualTo(401);
    }

    @Test
    void aLoginTellsWhoItIs() {
        long id = organisation.addUser(ADA, GOOD, FakeOrganisation.Role.STAFF);

        assertThat(object(login(GOOD)).keys())
                .containsExactlyInAnyOrder(
                        "access_token",
                        "expires_in",
                        "redirectUrl",
                        "showExhibitorMenu",
                        "userId",
                        "userRole",
                        "whiteLabelURL");
        assertThat(object(login(GOOD)).whole("userId")).hasValue(id);
    }

    @Test
    void anUnknownUserHasItsCode() {
        assertThat(code(login(GOOD))).isEqualTo("4040100");
    }

    @Test
    void repeatedWrongPasswordsLockTheAccountForHalfAnHour() {
        organisation.addUser(ADA, GOOD, FakeOrganisation.Role.ADMIN);
        for (int i = 0; i < 5; i++) {
            assertThat(code(login("wrong"))).isEqualTo("4010101");
        }

        assertThat(code(login(GOOD))).isEqualTo("4010102");
        vendor.clock.forward(Duration.ofMinutes(30));
        assertThat(login(GOOD).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"login/token/", "loginUserByUserKey/"})
    void aLinkLogsInOnce(String path) {
        organisation.addUser(ADA, GOOD, FakeOrganisation.Role.BUYER);
        String key = organisation.loginKey(ADA);

        assertThat(object(post(path + key)).text("access_token")).isPresent();
        assertThat(code(post(path + key))).isEqualTo("4068006");
        assertThat(code(post(path + "none"))).isEqualTo("4010101");
    }

    @Test
    void aLinkExpires() {
        organisation.addUser(ADA, GOOD, FakeOrganisation.Role.BUYER);
        String key = organisation.loginKey(ADA);
        vendor.clock.forward(Duration.ofHours(1));

        assertThat(code(post("loginUserByUserKey/" + key))).isEqualTo("4068006");
    }

    @ParameterizedTest
    @CsvSource({
        "new@example.com, short, 4060072",
        "new@example.com, '', 4090104",
        "'', correct horse, 4090105",
        "ada@example.com, correct horse, 4090101"
    })
    void aSignUpIsRefusedWithItsCode(String email, String password, String code) {
        organisation.addUser(ADA, GOOD, FakeOrganisation.Role.ADMIN);

        assertThat(code(post("signup/admin", "email", email, "password", password)))
                .isEqualTo(code);
        assertThat(vendor.fake.writes().total()).isZero();
    }

    @Test
    void aSignUpLogsInAndThePasswordWorks() {
        assertThat(object(post("signup/admin", "email", ADA, "password", GOOD)).text("access_token"))
                .isPresent();
        assertThat(login(GOOD).status()).isEqualTo(200);
        assertThat(vendor.fake.writes().count("sign-up")).isEqualTo(1);
    }

    @Test
    void thePortalSignsUpAStrangerAndLogsInAnAcquaintance() {
        String path = "loginSignUp/" + EVENT;

        assertThat(post(path, "email", ADA, "password", GOOD).status()).isEqualTo(200);
        assertThat(post(path, "email", ADA, "password", GOOD).status()).isEqualTo(200);
        assertThat(code(post(path, "email", ADA, "password", "wrong horse"))).isEqualTo("4010101");
        assertThat(code(post("loginSignUp/none", "email", ADA, "password", GOOD)))
                .isEqualTo("4040200");
        assertThat(vendor.fake.writes().count("sign-up")).isEqualTo(1);
    }

    @Test
    void aUserKeyInTheEventReadOpensASession() {
        organisation.addUser(ADA, GOOD, FakeOrganisation.Role.BUYER);
        String key = organisation.loginKey(ADA);

        var event = object(vendor.get("/rest/events/" + EVENT + "?userKey=" + key));

        assertThat(event.object("accessToken").orElseThrow().text("access_token"))
                .isPresent();
    }

    @Test
    void aBuyerReadsHisOwnOrder() {
        long order = bought();
        String token = token(FakeOrganisation.Role.BUYER);

        var read = object(as(token, "/rest/u/myticket/order/" + order));

        assertThat(read.whole("ticketOrderNumber")).hasValue(order);
        assertThat(read.text("eventUrl")).hasValue(EVENT);
        assertThat(read.whole("totalPurchasedTicketsInOrder")).hasValue(1);
    }

    @Test
    void aBuyerReadsHisOwnAnswers() {
        long order = bought();
        String token = token(FakeOrganisation.Role.BUYER);

        var read = object(as(token, "/rest/u/myticket/purchaserData/order/" + order));

        assertThat(read.objects("attributes"))
                .extracting(field -> field.text("name", "") + "=" + field.text("value", ""))
                .containsExactly("First Name=Ada", "Last Name=Lovelace", "Email=" + ADA);
    }

    @Test
    void anApiKeyDoesNotReadABuyersOrder() {
        assertThat(code(vendor.get("/rest/u/myticket/order/" + bought()))).isEqualTo("4010101");
    }

    @Test
    void nobodyReadsTheOrderOfSomebodyElse() {
        long order = bought();
        organisation.addUser("eve@example.com", GOOD, FakeOrganisation.Role.ADMIN);
        String token = object(post("login", "username", "eve@example.com", "password", GOOD))
                .text("access_token", "");

        assertThat(code(as(token, "/rest/u/myticket/order/" + order))).isEqualTo("4040501");
    }

    @Test
    void aSessionEndsWithItsTimeOrWithAll() {
        String first = token(FakeOrganisation.Role.ADMIN);
        vendor.clock.forward(Duration.ofDays(1));
        String second = object(login(GOOD)).text("access_token", "");

        assertThat(as(first, "/rest/u/organizers").status()).isEqualTo(401);
        assertThat(as(second, "/rest/u/organizers").status()).isEqualTo(200);
        organisation.endSessions();
        assertThat(as(second, "/rest/u/organizers").status()).isEqualTo(401);
    }

    @Test
    void aRoleThatDoesNotReachHasItsCode() {
        String token = token(FakeOrganisation.Role.BUYER);

        assertThat(code(as(token, "/rest/events/" + EVENT + "/staff/orders"))).isEqualTo("4030101");
        assertThat(code(as(token, "/rest/host/event/" + EVENT + "/eventDetails")))
                .isEqualTo("4030201");
    }
}
