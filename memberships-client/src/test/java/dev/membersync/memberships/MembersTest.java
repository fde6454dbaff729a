package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.ServerException;
import dev.membersync.client.http.Reply;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.profile.FieldNames;
import dev.membersync.memberships.profile.MemberCapabilities;
import dev.membersync.memberships.user.UserUpdate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class MembersTest {

    private static final String NONE = "{\"statusCode\":404,\"message\":\"User with id u1 not found\"}";

    @Test
    void onStandardMembersAreTheUsers() {
        ScriptedTransport transport = Scripts.replies(200, "{\"users\":[{\"id\":1,\"plan\":\"gold\",\"club\":\"x\"}]}");
        Member member = members(transport).list().iterator().next();
        assertThat(member.userId()).isEqualTo("1");
        assertThat(member.planId()).contains("gold");
        assertThat(member.carries(FieldNames.EMAIL)).isFalse();
        assertThat(member.extra()).containsEntry("club", "x");
        assertThat(Scripts.target(transport.requests().get(0))).isEqualTo("GET /api/users/?page=1&limit=100");
    }

    @Test
    void findsAMember() {
        assertThat(members(Scripts.replies(200, "{\"id\":\"u1\"}")).find("u1").execute())
                .map(Member::userId)
                .contains("u1");
    }

    @Test
    void aMemberThatIsNotThereIsEmpty() {
        assertThat(members(Scripts.replies(404, NONE)).find("u1").execute()).isEmpty();
    }

    @Test
    void aMemberThatIsNotThereIsEmptyAsynchronouslyToo() {
        assertThat(members(Scripts.replies(404, NONE)).find("u1").executeAsync().join())
                .isEmpty();
    }

    @Test
    void aPathThatIsNotThereIsNoMissingMember() {
        var call = members(Scripts.replies(404, "{\"message\":\"Cannot GET /api/users/u1\"}"))
                .find("u1");
        assertThatThrownBy(call::execute)
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("check the base URL");
    }

    @Test
    void aFailedLookUpIsAFailure() {
        var call = members(Scripts.replies(500, "")).find("u1");
        assertThatThrownBy(call::execute).isInstanceOf(ServerException.class);
        var async = members(Scripts.replies(500, "")).find("u1").executeAsync();
        assertThatThrownBy(async::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ServerException.class);
    }

    @Test
    void cancellingALookUpCancelsTheRequest() {
        CompletableFuture<Reply> pending = new CompletableFuture<>();
        var future =
                members(ScriptedTransport.create().pending(pending)).find("u1").executeAsync();
        future.cancel(true);
        assertThat(pending).isCancelled();
    }

    @Test
    void updatesByTheWayOfTheProfile() {
        ScriptedTransport transport = Scripts.replies(200, "{\"userId\":\"u1\",\"registrationStatus\":\"registered\"}");
        Member member = members(transport)
                .update(UserUpdate.of("u1").withRegistrationStatus("registered"))
                .execute();
        assertThat(member.registrationStatus()).contains("registered");
        assertThat(Scripts.target(transport.requests().get(0))).isEqualTo("PUT /api/users/u1");
    }

    @Test
    void saysWhatMembersCanTell() {
        MemberCapabilities capabilities = members(ScriptedTransport.create()).capabilities();
        assertThat(capabilities).isEqualTo(new MemberCapabilities(false, true, true, true));
    }

    private static MembersApi members(ScriptedTransport transport) {
        return Scripts.client(transport).members();
    }
}
