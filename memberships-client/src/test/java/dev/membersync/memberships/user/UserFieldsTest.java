package dev.membersync.memberships.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.memberships.Member;
import dev.membersync.memberships.Scripts;
import dev.membersync.memberships.profile.FieldNames;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserFieldsTest {

    @Test
    void readsTheDocumentedFields() {
        User user = read("""
                {"userId":"u1","email":"Ann@Example.org","fullName":"Ann Lee","status":"active",
                 "planId":"gold","registrationStatus":"registered"}""");
        assertThat(user.email()).contains("Ann@Example.org");
        assertThat(user.fullName()).contains("Ann Lee");
        assertThat(user.status()).contains(MemberStatus.ACTIVE);
        assertThat(user.planId()).contains("gold");
        assertThat(user.registrationStatus()).contains("registered");
        assertThat(user.extra()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"userId", "id", "_id"})
    void findsTheIdUnderEveryAlias(String name) {
        assertThat(read("{\"" + name + "\":\"u1\"}").userId()).isEqualTo("u1");
    }

    @Test
    void aNumberAsIdBecomesItsDecimalText() {
        assertThat(read("{\"id\":90071992547409931}").userId()).isEqualTo("90071992547409931");
    }

    @ParameterizedTest
    @CsvSource({"fullName", "name", "contactName"})
    void findsTheNameUnderEveryAlias(String name) {
        assertThat(read("{\"id\":1,\"" + name + "\":\"Ann Lee\"}").fullName()).contains("Ann Lee");
    }

    @ParameterizedTest
    @CsvSource({"planId", "plan", "membershipPlan", "planName"})
    void findsThePlanUnderEveryAlias(String name) {
        assertThat(read("{\"id\":1,\"" + name + "\":\"gold\"}").planId()).contains("gold");
    }

    @ParameterizedTest
    @CsvSource({"status", "membershipStatus"})
    void findsTheStatusUnderEveryAlias(String name) {
        assertThat(read("{\"id\":1,\"" + name + "\":\"expired\"}").status()).contains(MemberStatus.EXPIRED);
    }

    @Test
    void joinsFirstAndLastNameAndKeepsThem() {
        User user = read("{\"id\":1,\"firstName\":\"Ann Mary\",\"lastName\":\"Lee\"}");
        assertThat(user.fullName()).contains("Ann Mary Lee");
        assertThat(user.extra()).containsEntry("firstName", "Ann Mary").containsEntry("lastName", "Lee");
        assertThat(user.carries(FieldNames.FULL_NAME)).isTrue();
    }

    @Test
    void aNameOfOneHalfHasNoBlankAtItsEnd() {
        assertThat(read("{\"id\":1,\"firstName\":\"Ann\",\"lastName\":\"\"}").fullName())
                .contains("Ann");
    }

    @Test
    void anUnknownStatusIsCarriedAndNoError() {
        User user = read("{\"id\":1,\"status\":\"On Hold\"}");
        assertThat(user.status()).contains(new MemberStatus("On Hold"));
        assertThat(user.status().orElseThrow().isKnown()).isFalse();
    }

    @Test
    void keepsUnknownFields() {
        User user = read("{\"id\":1,\"lastLogin\":\"2026-01-01\",\"preferences\":{\"newsletter\":true}}");
        assertThat(user.extra())
                .containsEntry("lastLogin", "2026-01-01")
                .containsEntry("preferences", Map.of("newsletter", true));
    }

    @Test
    void f22AFieldThatIsNotThereIsNotCarried() {
        User user = read("{\"id\":1}");
        assertThat(user.planId()).isEmpty();
        assertThat(user.carries(FieldNames.PLAN_ID)).isFalse();
    }

    @Test
    void f22AFieldThatIsNullIsCarriedWithoutAValue() {
        User user = read("{\"id\":1,\"planId\":null}");
        assertThat(user.planId()).isEmpty();
        assertThat(user.carries(FieldNames.PLAN_ID)).isTrue();
    }

    @Test
    void anEmptyTextIsAValue() {
        assertThat(read("{\"id\":1,\"email\":\"\",\"status\":\"\"}").email()).contains("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"userId\":\"u1\",\"user\":\"someone\"}",
                "{\"user\":{\"userId\":\"u1\"},\"traceId\":\"t\"}",
                "{\"data\":{\"userId\":\"u1\"}}",
                "{\"userId\":\"u1\",\"data\":{\"shirt\":\"XL\"}}"
            })
    void findsASingleUserBareOrWrapped(String body) {
        assertThat(read(body).userId()).isEqualTo("u1");
    }

    @Test
    void otherNamesAreAMatterOfTheProfile() {
        MembershipsProfile profile = MembershipsProfile.STANDARD.toBuilder()
                .field(FieldNames.STATUS, "state")
                .below("users.get", "member")
                .build();
        var transport = Scripts.replies(200, "{\"member\":{\"id\":1,\"state\":\"active\"}}");
        User user = Scripts.client(transport, profile).users().user("1").execute();
        assertThat(user.status()).contains(MemberStatus.ACTIVE);
    }

    @Test
    void neitherUserNorMemberPrintsAPerson() {
        User user = read("{\"id\":\"u1\",\"email\":\"ann@example.org\",\"fullName\":\"Ann Lee\",\"phone\":\"+1 555\"}");
        assertThat(user.toString() + Member.of(user)).contains("u1").doesNotContain("ann", "Lee", "555");
    }

    private static User read(String body) {
        return Scripts.client(Scripts.replies(200, body)).users().user("u1").execute();
    }
}
