package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.membersync.client.auth.AccessToken;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.http.Reply;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.user.UsersApi;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a 401 is about (memberships-api.md 4.2, ruling E3). */
class RefusedKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The token is not authorized for this scope.|users.readonly missing",
                "Token's user type mismatch!|wrong level",
                "This authClass type is not allowed to access this scope.|wrong level",
                "version header was not found.|Version header",
                "Invalid Private Integration token|create a new one",
                "Invalid JWT|create a new one",
                "E01 - Unauthorized request|base URL"
            })
    void theRemedyFollowsTheText(String message, String remedy) {
        ScriptedTransport transport = Scripts.replies(401, "{\"message\":\"" + message + "\"}");
        var call = Scripts.client(transport).users().user("u1");
        AuthException failure = catchThrowableOfType(AuthException.class, call::execute);
        assertThat(failure.remedy()).contains(remedy);
        assertThat(failure).hasMessageContaining(remedy).hasMessageNotContaining(Scripts.KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invalid JWT", "Invalid token: access token is invalid", "The session has expired"})
    void aRefusedTokenIsReplacedOnce(String message) {
        ScriptedTransport transport =
                Scripts.replies(401, "{\"message\":\"" + message + "\"}").reply(200, "{\"id\":\"u1\"}");
        assertThat(users(transport).user("u1").execute().userId()).isEqualTo("u1");
        assertThat(transport.requests()).hasSize(2);
        assertThat(transport.requests().get(1).secrets().get("Authorization").reveal())
                .isEqualTo("Bearer fresh");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The token is not authorized for this scope.",
                "Token's user type mismatch!",
                "the token lacks the version header",
                "E01 - Unauthorized request",
                "",
                "no"
            })
    void anyOtherRefusalIsNotReplayed(String message) {
        ScriptedTransport transport =
                ScriptedTransport.answering(request -> Reply.of(401, "{\"message\":\"" + message + "\"}"));
        var call = users(transport).user("u1");
        assertThat(catchThrowableOfType(AuthException.class, call::execute)).isNotNull();
        assertThat(transport.requests()).hasSize(1);
    }

    private static UsersApi users(ScriptedTransport transport) {
        return MembershipsClient.builder(MembershipsProfile.STANDARD)
                .baseUrl(URI.create("https://members.example.org"))
                .tokens(new Renewing())
                .transport(transport)
                .time(ManualTime.create())
                .rateBudget(RateBudget.unlimited())
                .build()
                .users();
    }

    private static final class Renewing implements TokenProvider {
        @Override
        public CompletableFuture<AccessToken> token(Optional<AccessToken> rejected) {
            String value = rejected.isPresent() ? "fresh" : "stale";
            return CompletableFuture.completedFuture(AccessToken.of(Secret.of(value)));
        }

        @Override
        public boolean refreshable() {
            return true;
        }
    }
}
