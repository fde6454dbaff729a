package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.membersync.client.auth.AccessToken;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.auth.TokenProvider;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.AuthException.Reason;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the credentials may do, learnt at the smallest price. */
class AccessTest {

    private static final MemberSettings TAGGED = MemberSettings.only(MemberRule.tag("member"));
    private static final MemberSettings WITH_FIELD = TAGGED.withStatus(MemberField.custom("status"));

    @Test
    void aKeyIsTriedOnOneRow() {
        ScriptedTransport transport = Scripts.replies(200, "{\"contacts\":[],\"total\":0}");
        Scripts.highLevelBuilder(transport, MembershipsProfile.HIGHLEVEL)
                .members(TAGGED)
                .build()
                .checkAccess();
        assertThat(transport.requests()).extracting(Scripts::target).containsExactly("POST /contacts/search");
        assertThat(Scripts.body(transport.requests().get(0))).contains("\"pageLimit\":1");
    }

    @Test
    void aKeyWithoutTheScopeIsToldItsNameByTheProbe() {
        ScriptedTransport transport =
                Scripts.replies(401, "{\"message\":\"The token is not authorized for this scope.\"}");
        MembershipsClient client = Scripts.client(transport);
        AuthException failure = catchThrowableOfType(AuthException.class, client::checkAccess);
        assertThat(failure.reason()).isEqualTo(Reason.SCOPE_MISSING);
        assertThat(failure).hasMessageContaining("users.readonly missing");
        assertThat(transport.requests()).hasSize(1);
    }

    @Test
    void theScopesOfAKeyAreUnknown() {
        assertThat(Scripts.client(ScriptedTransport.create()).checkScopes(List.of("users.list")))
                .isFalse();
    }

    @Test
    void knownScopesThatSufficeCostNothing() {
        ScriptedTransport transport = ScriptedTransport.create();
        client(transport, TAGGED, "contacts.readonly").checkAccess();
        assertThat(transport.requests()).isEmpty();
    }

    @Test
    void customFieldsThatSettingsNameCostTheirList() {
        ScriptedTransport transport =
                Scripts.replies(200, "{\"customFields\":[{\"id\":\"f1\",\"fieldKey\":\"contact.status\"}]}");
        client(transport, WITH_FIELD, "contacts.readonly", "locations/customFields.readonly")
                .checkAccess();
        assertThat(transport.requests())
                .extracting(Scripts::target)
                .containsExactly("GET /locations/loc1/customFields?model=contact");
    }

    @Test
    void aCustomFieldThatIsNotThereIsTold() {
        ScriptedTransport transport = Scripts.replies(200, "{\"customFields\":[]}");
        MembershipsClient client =
                client(transport, WITH_FIELD, "contacts.readonly", "locations/customFields.readonly");
        assertThatThrownBy(client::checkAccess).isInstanceOf(UnknownCustomFieldException.class);
    }

    @Test
    void aMissingScopeIsNamedWithAllThatNeedIt() {
        ScriptedTransport transport = ScriptedTransport.create();
        MembershipsClient client = client(transport, WITH_FIELD, "users.readonly");
        AuthException failure = catchThrowableOfType(AuthException.class, client::checkAccess);
        assertThat(failure.reason()).isEqualTo(Reason.SCOPE_MISSING);
        assertThat(failure)
                .hasMessageContaining("contacts.readonly missing for contacts.search and contacts.get, "
                        + "locations/customFields.readonly missing for customFields.list");
        assertThat(transport.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|The token is not authorized for this scope.|SCOPE_MISSING",
                "401|Token's user type mismatch!|FORBIDDEN",
                "401|This authClass type is not allowed to access this scope.|FORBIDDEN",
                "401|Invalid JWT|REFUSED",
                "401|version header was not found.|REFUSED",
                "401|no|REFUSED",
                "403|The token does not have access to this location.|FORBIDDEN",
                "403|Forbidden resource|FORBIDDEN",
                "403|Upgrade your plan|FORBIDDEN"
            })
    void theReasonFollowsTheText(int status, String message, Reason reason) {
        var call = Scripts.client(Scripts.replies(status, "{\"message\":\"" + message + "\"}"))
                .users()
                .user("u1");
        assertThat(catchThrowableOfType(AuthException.class, call::execute).reason())
                .isEqualTo(reason);
    }

    private static MembershipsClient client(ScriptedTransport transport, MemberSettings settings, String... scopes) {
        return Scripts.highLevelBuilder(transport, MembershipsProfile.HIGHLEVEL)
                .members(settings)
                .tokens(new Granted(Set.of(scopes)))
                .build();
    }

    private record Granted(Set<String> scopes) implements TokenProvider {
        @Override
        public CompletableFuture<AccessToken> token(Optional<AccessToken> rejected) {
            return CompletableFuture.completedFuture(new AccessToken(Secret.of("t"), Optional.empty(), scopes));
        }

        @Override
        public boolean refreshable() {
            return false;
        }
    }
}
