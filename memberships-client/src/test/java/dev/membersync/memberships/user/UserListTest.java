package dev.membersync.memberships.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.error.PagingException;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.http.Reply;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.Scripts;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.profile.Paging;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserListTest {

    private static final MembershipsProfile TWO_ROWS = MembershipsProfile.STANDARD.toBuilder()
            .paged("users.list", Paging.pageAndLimit(2))
            .build();

    @Test
    void asksForTheFirstPageOfAHundredWithTheKeyAsBearer() {
        ScriptedTransport transport = Scripts.replies(200, "[]");
        assertThat(Scripts.client(transport).users().list()).isEmpty();
        var request = transport.requests().get(0);
        assertThat(Scripts.target(request)).isEqualTo("GET /api/users/?page=1&limit=100");
        assertThat(request.headers()).containsEntry("Accept", "application/json");
        assertThat(request.secrets().get("Authorization").reveal()).isEqualTo("Bearer " + Scripts.KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"userId\":\"u1\"}]",
                "{\"users\":[{\"userId\":\"u1\"}]}",
                "{\"data\":[{\"userId\":\"u1\"}],\"traceId\":\"t\"}",
                "{\"total\":1,\"items\":[{\"userId\":\"u1\"}]}",
                "{\"results\":[{\"userId\":\"u1\"}],\"totalCount\":1}",
                "\uFEFF[{\"userId\":\"u1\"}]"
            })
    void findsTheRowsInEveryEnvelope(String body) {
        assertThat(ids(Scripts.replies(200, body), MembershipsProfile.STANDARD)).containsExactly("u1");
    }

    @Test
    void pagesByNumberUntilAShortPage() {
        ScriptedTransport transport = ScriptedTransport.create()
                .reply(200, rows(1, 2))
                .reply(200, rows(3, 4))
                .reply(200, rows(5, 5));
        assertThat(ids(transport, TWO_ROWS)).containsExactly("u1", "u2", "u3", "u4", "u5");
        assertThat(targets(transport))
                .containsExactly(
                        "GET /api/users/?page=1&limit=2",
                        "GET /api/users/?page=2&limit=2",
                        "GET /api/users/?page=3&limit=2");
    }

    @Test
    void pagesByOffsetUntilAnEmptyPage() {
        ScriptedTransport transport = ScriptedTransport.create()
                .reply(200, rows(1, 2))
                .reply(200, rows(3, 4))
                .reply(200, "[]");
        MembershipsProfile profile = MembershipsProfile.STANDARD.toBuilder()
                .paged("users.list", Paging.limitAndOffset(2))
                .build();
        assertThat(ids(transport, profile)).containsExactly("u1", "u2", "u3", "u4");
        assertThat(targets(transport))
                .containsExactly(
                        "GET /api/users/?limit=2&offset=0",
                        "GET /api/users/?limit=2&offset=2",
                        "GET /api/users/?limit=2&offset=4");
    }

    @Test
    void asksForNoPageWhereTheProfileHasNone() {
        ScriptedTransport transport = Scripts.replies(200, rows(1, 250));
        MembershipsProfile profile = MembershipsProfile.STANDARD.toBuilder()
                .paged("users.list", Paging.none())
                .build();
        assertThat(ids(transport, profile)).hasSize(250);
        assertThat(targets(transport)).containsExactly("GET /api/users/");
    }

    @Test
    void endsOnTheTotalWithoutAskingAgain() {
        ScriptedTransport transport = Scripts.replies(200, "{\"users\":" + rows(1, 2) + ",\"total\":2}");
        assertThat(ids(transport, TWO_ROWS)).containsExactly("u1", "u2");
        assertThat(transport.requests()).hasSize(1);
    }

    @Test
    void aShortPageIsNotTheLastWhenTheTotalSaysSo() {
        ScriptedTransport transport = ScriptedTransport.create()
                .reply(200, "{\"users\":" + rows(1, 1) + ",\"total\":3}")
                .reply(200, "{\"users\":" + rows(2, 3) + ",\"total\":3}");
        assertThat(ids(transport, TWO_ROWS)).containsExactly("u1", "u2", "u3");
    }

    @Test
    void aListThatEndsBeforeItsTotalIsIncomplete() {
        ScriptedTransport transport = ScriptedTransport.create()
                .reply(200, "{\"users\":" + rows(1, 2) + ",\"total\":5}")
                .reply(200, "{\"users\":[],\"total\":5}");
        assertThatThrownBy(() -> ids(transport, TWO_ROWS)).isInstanceOf(PagingException.class);
    }

    @Test
    void aServerThatIgnoresPagingIsReadOnce() {
        ScriptedTransport transport = ScriptedTransport.answering(request -> Reply.of(200, rows(1, 5)));
        assertThat(ids(transport, TWO_ROWS)).containsExactly("u1", "u2", "u3", "u4", "u5");
        assertThat(transport.requests()).hasSize(2);
    }

    @Test
    void f26APageThatComesAgainEndsTheScanWithAnError() {
        ScriptedTransport transport = ScriptedTransport.create()
                .reply(200, rows(1, 2))
                .reply(200, rows(3, 4))
                .reply(200, rows(3, 4));
        assertThatThrownBy(() -> ids(transport, TWO_ROWS)).isInstanceOf(PagingException.class);
    }

    @Test
    void anIdThatComesTwiceIsGivenTwiceAndIsNoLoop() {
        ScriptedTransport transport = ScriptedTransport.create()
                .reply(200, "[{\"userId\":\"u1\"},{\"userId\":\"u1\"}]")
                .reply(200, "[{\"userId\":\"u1\"},{\"userId\":\"u2\"}]")
                .reply(200, "[]");
        assertThat(ids(transport, TWO_ROWS)).containsExactly("u1", "u1", "u1", "u2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"userId\":\"u1\"},{\"email\":\"x@example.org\"}]",
                "[{\"userId\":\"u1\"},{\"userId\":\" \"}]",
                "[{\"userId\":\"u1\"},{\"userId\":null}]",
                "[{\"userId\":\"u1\"},7]",
                "[{\"userId\":\"u1\"},{\"userId\":\"u2\"",
                "{\"error\":\"Something went wrong\"}",
                "{\"members\":[{\"userId\":\"u1\"}]}",
                "<html><body>Welcome</body></html>",
                ""
            })
    void f25ABrokenPageFailsAsAWhole(String body) {
        ScriptedTransport transport = Scripts.replies(200, body);
        assertThatThrownBy(() -> ids(transport, MembershipsProfile.STANDARD))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("users.list")
                .hasMessageNotContaining("example.org");
    }

    private static List<String> ids(ScriptedTransport transport, MembershipsProfile profile) {
        return Scripts.client(transport, profile).users().list().stream()
                .map(User::userId)
                .toList();
    }

    private static List<String> targets(ScriptedTransport transport) {
        return transport.requests().stream().map(Scripts::target).toList();
    }

    private static String rows(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> "{\"userId\":\"u" + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
