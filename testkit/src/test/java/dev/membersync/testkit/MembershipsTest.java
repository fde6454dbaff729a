package dev.membersync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.Json;
import dev.membersync.testkit.internal.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MembershipsTest {
    private final FakeMemberships fake = FakeMemberships.builder()
            .time(new Clock())
            .apiKey("all", "users.readonly", "users.write", "payments.write")
            .apiKey("reader", "users.readonly")
            .build();

    @BeforeEach
    void members() {
        for (int i = 1; i <= 5; i++) {
            fake.members().add(FakeMember.of("u" + i, "u" + i + "@example.com", "Member " + i));
        }
    }

    private FakeReply send(String key, String method, String path, String body) {
        return fake.handle(FakeRequest.of(method, path, Map.of("Authorization", "Bearer " + key), body));
    }

    private JsonObject object(FakeReply reply) {
        return Json.object(reply.body());
    }

    @Test
    void theFirstPageIsOneUnlessSwitched() {
        JsonObject page = object(send("all", "GET", "/users/?page=2&limit=2", ""));

        assertThat(page.objects("users"))
                .extracting(row -> row.text("userId", ""))
                .containsExactly("u3", "u4");
    }

    @ParameterizedTest
    @EnumSource(MembershipsSwitches.ListEnvelope.class)
    void everyEnvelopeCarriesTheSameRows(MembershipsSwitches.ListEnvelope envelope) {
        fake.switches().listEnvelope(envelope);

        assertThat(send("all", "GET", "/users/", "").text()).contains("u1@example.com", "u5@example.com");
    }

    @Test
    void offsetPagingSkipsRows() {
        fake.switches().paging(MembershipsSwitches.Paging.LIMIT_AND_OFFSET);

        assertThat(object(send("all", "GET", "/users/?limit=2&offset=4", "")).objects("users"))
                .hasSize(1);
    }

    @Test
    void aPageSizeAboveTheMaximumIsRefusedNotCut() {
        fake.switches().pageSizeMax(2);

        assertThat(send("all", "GET", "/users/?limit=3", "").status()).isEqualTo(422);
    }

    @Test
    void aWrongKeyIsAnswered401() {
        FakeReply reply = send("wrong", "GET", "/users/", "");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(object(reply).text("error")).hasValue("Unauthorized");
    }

    @Test
    void aReadonlyKeyNeverWrites() {
        FakeReply update = send("reader", "PUT", "/users/u1", "{\"planId\":\"gold\"}");
        FakeReply payment = send(
                "reader",
                "POST",
                "/payments",
                "{\"paymentId\":\"p\",\"amount\":1,\"status\":\"paid\",\"userId\":\"u1\"}");

        assertThat(update.status()).isEqualTo(401);
        assertThat(object(payment).text("message")).hasValue("The token is not authorized for this scope.");
        assertThat(fake.writes().isEmpty()).isTrue();
    }

    @Test
    void anUpdateTakesWhitelistedPropertiesOnly() {
        FakeReply reply = send("all", "PUT", "/users/u1", "{\"planId\":\"gold\",\"email\":\"x@example.com\"}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(object(reply).texts("message")).containsExactly("property email should not exist");
        assertThat(fake.writes().isEmpty()).isTrue();
    }

    @Test
    void anUpdateIsSeenByTheNextReadAndInTheWriteLog() {
        send(
                "all",
                "PUT",
                "/users/u1",
                "{\"userId\":\"u1\",\"registrationStatus\":\"registered\",\"planId\":\"gold\"}");

        assertThat(object(send("all", "GET", "/users/u1", "")).text("registrationStatus"))
                .hasValue("registered");
        assertThat(fake.writes().entries("user-update")).hasSize(1);
    }

    @Test
    void anUnknownUserIs404() {
        assertThat(send("all", "GET", "/users/nobody", "").status()).isEqualTo(404);
    }

    @Test
    void theSamePaymentTwiceIsOnePaymentWithTheSameAnswer() {
        String payment = "{\"paymentId\":\"p1\",\"amount\":12.50,\"status\":\"paid\",\"userId\":\"u1\"}";
        FakeReply first = send("all", "POST", "/payments", payment);
        FakeReply second = send("all", "POST", "/payments", payment);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(fake.payments()).hasSize(1);
        assertThat(fake.writes().count("payment-record")).isEqualTo(1);
    }

    @Test
    void aRepeatedPaymentIsAConflictWhereSwitched() {
        fake.switches().conflictOnRepeatedPayment(true);
        String payment = "{\"paymentId\":\"p1\",\"amount\":12.50,\"status\":\"paid\",\"userId\":\"u1\"}";
        send("all", "POST", "/payments", payment);

        assertThat(send("all", "POST", "/payments", payment).status()).isEqualTo(409);
    }

    @Test
    void aDuplicateRowListsTheSameMemberTwice() {
        fake.members().duplicateRow("u1", 3);

        assertThat(object(send("all", "GET", "/users/", "")).objects("users"))
                .extracting(row -> row.text("userId", ""))
                .containsExactly("u1", "u2", "u3", "u1", "u4", "u5");
    }

    @Test
    void aBrokenEscapeIsAnUnknownUserNotACrash() {
        assertThat(send("all", "GET", "/users/%zz?x=%", "").status()).isEqualTo(404);
    }

    @Test
    void anIdWithASlashTravelsEncoded() {
        fake.members().add(FakeMember.of("a/b+c", null, "Odd"));

        assertThat(object(send("all", "GET", "/users/a%2Fb+c", "")).text("userId"))
                .hasValue("a/b+c");
    }

    @Test
    void rowsCarryAFieldNobodyMentioned() {
        assertThat(object(send("all", "GET", "/users/u1", "")).keys()).contains("preferences");
    }
}
