package dev.membersync.memberships.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.Change;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.Scripts;
import org.junit.jupiter.api.Test;

class UserUpdateTest {

    private final ScriptedTransport transport = Scripts.replies(200, "{\"userId\":\"u1\",\"planId\":\"gold\"}");
    private final UsersApi users = Scripts.client(transport).users();

    @Test
    void sendsExactlyTheThreeFields() {
        users.update(UserUpdate.of("u1").withRegistrationStatus("registered").withPlanId("gold"))
                .execute();
        var request = transport.requests().get(0);
        assertThat(Scripts.target(request)).isEqualTo("PUT /api/users/u1");
        assertThat(request.headers()).containsEntry("Content-Type", "application/json");
        assertThat(Scripts.body(request))
                .isEqualTo("{\"userId\":\"u1\",\"registrationStatus\":\"registered\",\"planId\":\"gold\"}");
    }

    @Test
    void leavesOutWhatIsKept() {
        users.update(UserUpdate.of("u1").withPlanId("gold")).execute();
        assertThat(Scripts.body(transport.requests().get(0))).isEqualTo("{\"userId\":\"u1\",\"planId\":\"gold\"}");
    }

    @Test
    void sendsNullForWhatIsCleared() {
        users.update(UserUpdate.of("u1").withPlanId(Change.clear())).execute();
        assertThat(Scripts.body(transport.requests().get(0))).isEqualTo("{\"userId\":\"u1\",\"planId\":null}");
    }

    @Test
    void encodesTheIdAsOneSegment() {
        users.update(UserUpdate.of("a/b ü").withPlanId("gold")).execute();
        assertThat(Scripts.target(transport.requests().get(0))).isEqualTo("PUT /api/users/a%2Fb%20%C3%BC");
    }

    @Test
    void givesTheUserOfTheAnswer() {
        assertThat(users.update(UserUpdate.of("u1").withPlanId("gold"))
                        .execute()
                        .planId())
                .contains("gold");
    }

    @Test
    void anAnswerWithoutAUserGivesTheIdAlone() {
        User user = update(Scripts.replies(204, ""));
        assertThat(user.userId()).isEqualTo("u1");
        assertThat(user.carried()).isEmpty();
    }

    @Test
    void anAnswerWithAFlagOnlyKeepsTheFlag() {
        assertThat(update(Scripts.replies(200, "{\"success\":true}")).extra()).containsEntry("success", true);
    }

    @Test
    void a2xxThatSaysNoIsARefusal() {
        assertThatThrownBy(() -> update(Scripts.replies(200, "{\"succeded\":false,\"message\":\"locked\"}")))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("locked");
    }

    @Test
    void a2xxThatIsNoJsonLeavesTheOutcomeUnknown() {
        assertThatThrownBy(() -> update(Scripts.replies(200, "<html>Sign in</html>")))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        e -> assertThat(e.outcome()).isEqualTo(TransportException.Outcome.OUTCOME_UNKNOWN));
    }

    @Test
    void anUpdateThatChangesNothingIsRefusedBeforeItIsSent() {
        assertThatThrownBy(() -> users.update(UserUpdate.of("u1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDescriptionShowsNoValue() {
        var description = users.update(UserUpdate.of("u1").withPlanId("gold")).describe();
        assertThat(description.method()).isEqualTo("PUT");
        assertThat(description.path()).isEqualTo("/users/u1");
        assertThat(description.redactedBody()).contains("planId").doesNotContain("gold");
        assertThat(transport.requests()).isEmpty();
    }

    private static User update(ScriptedTransport transport) {
        return Scripts.client(transport)
                .users()
                .update(UserUpdate.of("u1").withPlanId("gold"))
                .execute();
    }
}
