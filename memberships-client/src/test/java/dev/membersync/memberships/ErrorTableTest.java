package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.membersync.client.Call;
import dev.membersync.client.Change;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.http.Reply;
import dev.membersync.client.internal.Fault;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.memberships.contact.ContactDraft;
import dev.membersync.memberships.internal.Refusals;
import dev.membersync.memberships.payment.OrderPayment;
import dev.membersync.memberships.profile.MembershipsProfile;
import dev.membersync.memberships.user.StaffUpdate;
import dev.membersync.memberships.user.UsersApi;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error body of memberships-api.md 4.1 where it occurs, and the rulings E1 to E9. */
class ErrorTableTest {

    private static final Map<String, Function<MembershipsClient, Call<?>>> CALLS = Map.of(
            "users.get", client -> client.users().staff("u1"),
            "users.update", client -> client.users().edit(StaffUpdate.of("u1").phone(Change.to("+1"))),
            "contacts.get", client -> client.contacts().contact("c1"),
            "contacts.create", client -> client.contacts().create(ContactDraft.of("ann@example.org")),
            "contacts.tags.add", client -> client.contacts().tags("c1").add(List.of("vip")),
            "notes.get", client -> client.contacts().notes("c1").note("n1"),
            "orders.get", client -> client.orders().order("o1"),
            "orders.recordPayment", client -> client.orders().recordPayment("o1", OrderPayment.cash()),
            "invoices.number", client -> client.invoices().nextNumber(),
            "oauth.locationToken", client -> client.oauth().locationToken("loc1"));

    /** Status | operation | body, without its trace id | kind | what the vendor's text holds | what the remedy holds. */
    private static final String TABLE = """
            400 | users.get            | {'statusCode':400,'message':'bad','error':'Bad Request'}               | Rejected  | bad                  |
            400 | users.get            | {'message':'User not found'}                                           | Rejected  | User not found       |
            400 | users.get            | {'message':'','detail':'too large'}                                    | Rejected  | too large            |
            400 | users.get            | {'error':{'code':'E7','message':'aip','details':{},'resolution':'ask'}} | Rejected | aip                  | ask
            400 | contacts.get         | {'statusCode':400,'message':'Contact not found for id:c1'}             | NotFound  | Contact not found    |
            400 | contacts.tags.add    | {'error':'Contact with id c1 not found','status':400}                  | NotFound  | id c1                |
            400 | notes.get            | {'error':'Contact with id c1 NOT FOUND'}                               | NotFound  | id c1                |
            400 | contacts.create      | {'message':'This location does not allow duplicated contacts.','meta':{'contactId':'c2'}} | Rejected | duplicated |
            400 | contacts.create      | {'statusCode':422,'message':['email must be an email']}                | Rejected  | email must be        |
            400 | oauth.locationToken  | {'message':'Location is not active'}                                   | Auth      | not active           | reconnect
            401 | oauth.locationToken  | {'error':'UnAuthorized!','error_description':'Invalid JWT'}            | Auth      | UnAuthorized!: Invalid JWT | rotated
            401 | users.get            | {'statusCode':401,'message':'Invalid JWT','error':'Unauthorized'}      | Auth      | Invalid JWT          | create a new one
            401 | users.get            | {'message':'The token is not authorized for this scope.'}              | Auth      | scope                | users.readonly missing
            401 | users.get            | {'message':'version header was not found.'}                            | Auth      | version header       | Version header
            401 | users.get            | {'message':'Command timed out'}                                        | Server    | Command timed out    | again
            401 | users.get            | {}                                                                     | Auth      |                      | base URL
            403 | contacts.get         | {'statusCode':403,'message':'The token does not have access to this location.','error':'Forbidden'} | Auth | location | location id
            403 | users.get            | {'statusCode':403,'message':'Forbidden resource'}                      | Auth      | Forbidden            | agency
            403 | invoices.number      | {'message':'Upgrade your plan'}                                        | Auth      | plan                 | change the plan
            404 | orders.get           | {'status':404,'message':'Order not found','name':'HttpException'}      | NotFound  | Order not found      | check the id
            404 | orders.recordPayment | {'status':404,'message':'Order not found','name':'HttpException'}      | NotFound  | Order not found      | check the id
            404 | users.get            | {'statusCode':404,'message':'no user'}                                 | NotFound  | no user              | check the id
            404 | users.get            | {'message':'Cannot GET /users/u1'}                                     | NotFound  | Cannot GET           | no such path
            404 | users.get            | {}                                                                     | NotFound  |                      | base URL
            409 | users.update         | {'message':'exists','canonicalCode':'CONVERSATIONS_X','conversationId':'k1'} | Rejected | exists          |
            422 | users.update         | {'statusCode':422,'message':['a must be a string','b too'],'error':'Unprocessable Entity'} | Rejected | a must be a string; b too |
            422 | users.update         | {'message':['property x should not exist']}                            | Rejected  | property x           |
            422 | users.update         | {'message':[],'error':'Unprocessable'}                                 | Rejected  | Unprocessable        |
            429 | users.get            | {'statusCode':429,'message':'Too Many Requests'}                       | Throttled | Too Many             |
            500 | invoices.number      | {'message':'oops'}                                                     | Server    | oops                 |
            """;

    /** The table, and bodies that are no object of JSON, so that no trace id can be added to them. */
    static Stream<Arguments> table() {
        return Stream.concat(
                TABLE.lines()
                        .map(line -> line.split("\\|", -1))
                        .map(row -> arguments(
                                Integer.parseInt(row[0].strip()),
                                row[1].strip(),
                                traced(row[2].strip().replace('\'', '"')),
                                row[3].strip(),
                                row[4].strip(),
                                row.length > 5 ? row[5].strip() : "")),
                Stream.of(
                        arguments(401, "users.get", "", "Auth", "", "base URL"),
                        arguments(404, "users.get", "", "NotFound", "", "base URL"),
                        arguments(
                                404,
                                "users.get",
                                "<html><title>Error</title><pre>Cannot GET /usres</pre></html>",
                                "NotFound",
                                "Cannot GET /usres",
                                "no such path"),
                        arguments(408, "users.get", "", "Server", "", ""),
                        arguments(
                                502,
                                "users.get",
                                "<html><style>p{}</style><h1>Bad\n gateway</h1></html>",
                                "Server",
                                "Bad gateway",
                                ""),
                        arguments(503, "users.get", "upstream is down", "Server", "upstream is down", ""),
                        arguments(302, "users.get", "", "Rejected", "", "")));
    }

    private static String traced(String body) {
        return body.substring(0, body.length() - 1) + (body.length() > 2 ? "," : "") + "\"traceId\":\"t-77\"}";
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("table")
    void becomesTheExceptionOfItsHttpStatusTextAndOperation(
            int status, String operation, String body, String kind, String text, String remedy) {
        var client = Scripts.highLevelBuilder(Scripts.replies(status, body), MembershipsProfile.HIGHLEVEL)
                .staffWrites(Contract.ALL_STAFF_WRITES)
                .build();
        Call<?> call = Objects.requireNonNull(CALLS.get(operation)).apply(client);
        ApiException failure = catchThrowableOfType(ApiException.class, call::execute);
        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind + "Exception");
        assertThat(failure.vendorMessage()).contains(text);
        assertThat(failure.remedy()).isNotBlank().contains(remedy);
        assertThat(failure).hasMessageContainingAll(operation, String.valueOf(status), failure.remedy());
        assertThat(failure.traceId()).isEqualTo(body.contains("t-77") ? Optional.of("t-77") : Optional.empty());
        assertThat(failure.getMessage())
                .contains(failure.traceId().orElse(""), failure.code().orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|AUTH|{'statusCode':401,'message':'Invalid JWT'}",
                "403|AUTH|{'statusCode':403,'message':'Forbidden resource'}",
                "404|NOT_FOUND|''",
                "422|REJECTED|{'message':['property x should not exist']}",
                "429|THROTTLED|{'statusCode':429,'message':'Too Many Requests'}",
                "502|SERVER|<html>Bad gateway</html>"
            })
    void whatEveryOperationMayAnswerIsReadAlikeForAll(int status, Fault.Kind kind, String body) {
        assertThat(MembershipsProfile.HIGHLEVEL.operations())
                .allSatisfy(operation -> assertThat(Refusals.READER
                                .fault(operation, Reply.of(status, body.replace('\'', '"')))
                                .orElseThrow()
                                .kind())
                        .isEqualTo(kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><title>404 Not Found</title><h1>404 Not Found</h1>nginx</html>",
                "{\"message\":\"Not Found\"}"
            })
    void aNotFoundThatNamesNoRecordIsNoMissingMember(String body) {
        for (MembershipsProfile profile : List.of(MembershipsProfile.STANDARD, MembershipsProfile.HIGHLEVEL)) {
            var client = Scripts.highLevelBuilder(Scripts.replies(404, body), profile)
                    .baseUrl(URI.create("https://members.example.org/"))
                    .members(MemberSettings.only(MemberRule.tag("member")))
                    .build();
            assertThatThrownBy(() -> client.members().find("u1").execute())
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("404");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"Contact not found for id:c1\"}",
                "{\"error\":\"Contact with id c1 not found\",\"status\":400}"
            })
    void aContactThatIsNotThereIsEmptyThoughTheStatusIs400(String body) {
        var client = Scripts.highLevelBuilder(Scripts.replies(400, body), MembershipsProfile.HIGHLEVEL)
                .members(MemberSettings.only(MemberRule.tag("member")))
                .build();
        assertThat(client.members().find("c1").execute()).isEmpty();
    }

    @Test
    void codesAndIdsAreKept() {
        ApiException failure = failure(
                Scripts.reply(
                        400,
                        "{\"message\":\"dup\",\"canonicalCode\":\"DUP\",\"conversationId\":\"c-1\",\"meta\":{\"contactId\":\"k-1\"}}"));
        assertThat(failure.code()).contains("DUP");
        assertThat(failure.problem().details())
                .containsEntry("conversationId", "c-1")
                .containsEntry("meta.contactId", "k-1");
    }

    @Test
    void anEnvelopeOfVersion3IsReadWhole() {
        ApiException failure = failure(Scripts.reply(
                409,
                "\uFEFF{\"error\":{\"code\":\"E7\",\"message\":\"m\",\"details\":{\"appId\":\"a-1\"},\"resolution\":"
                        + "\"Ask the owner\"},\"traceId\":\"t\"}"));
        assertThat(failure.problem().details()).containsEntry("details.appId", "a-1");
        assertThat(failure.traceId()).contains("t");
    }

    @Test
    void theVendorsResolutionIsTheRemedy() {
        ApiException failure = failure(
                Scripts.reply(400, "{\"error\":{\"code\":\"E7\",\"message\":\"m\",\"resolution\":\"Ask the owner\"}}"));
        assertThat(failure.remedy()).isEqualTo("Ask the owner");
        assertThat(failure.code()).contains("E7");
    }

    @Test
    void noMessageHoldsAPersonOrTheKey() {
        ApiException failure = failure(
                Scripts.reply(422, "{\"message\":[\"ann@example.org is taken\",\"phone +1 555 010 9999 is taken\"]}"));
        assertThat(failure.getMessage()).doesNotContain("ann@example.org", "555 010", Scripts.KEY);
        assertThat(failure.vendorMessage()).contains("ann@example.org");
    }

    @Test
    void a429SaysHowLongToWait() {
        ApiException failure = failure(Scripts.reply(429, "{\"message\":\"slow down\"}", "Retry-After", "7"));
        ThrottledException throttled = (ThrottledException) failure;
        assertThat(throttled.quota()).isEqualTo(ThrottledException.Quota.BURST);
        assertThat(throttled.retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void a429WithNothingLeftOfTheDayIsTheDailyQuota() {
        ApiException failure = failure(Scripts.reply(
                429,
                "{\"message\":\"Too Many Requests\"}",
                "x-ratelimit-daily-remaining",
                "0",
                "x-ratelimit-daily-reset",
                "49013000"));
        assertThat(((ThrottledException) failure).quota()).isEqualTo(ThrottledException.Quota.DAILY);
    }

    private static ApiException failure(Reply reply) {
        UsersApi users = Scripts.client(ScriptedTransport.create().reply(reply)).users();
        return catchThrowableOfType(ApiException.class, () -> users.user("u1").execute());
    }
}
