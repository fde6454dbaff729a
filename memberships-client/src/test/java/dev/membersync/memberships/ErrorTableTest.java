package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.error.ServerException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.http.Reply;
import dev.membersync.client.testing.ScriptedTransport;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every body shape of memberships-api.md 4.1 with the exception it becomes and the vendor's text in it. */
class ErrorTableTest {

    static Stream<Arguments> table() {
        return Stream.of(
                arguments(
                        400,
                        "{'statusCode':400,'message':'bad','error':'Bad Request'}",
                        RejectedException.class,
                        "bad"),
                arguments(400, "{'statusCode':422,'message':'bad'}", RejectedException.class, "bad"),
                arguments(400, "{'message':'Contact not found'}", RejectedException.class, "Contact not found"),
                arguments(401, "{'statusCode':401,'message':'Invalid JWT'}", AuthException.class, "Invalid JWT"),
                arguments(401, "", AuthException.class, ""),
                arguments(401, "{'message':'Command timed out'}", ServerException.class, "Command timed out"),
                arguments(403, "{'statusCode':403,'message':'Forbidden resource'}", AuthException.class, "Forbidden"),
                arguments(404, "{'statusCode':404,'message':'no user'}", NotFoundException.class, "no user"),
                arguments(404, "", NotFoundException.class, ""),
                arguments(
                        404, "{'status':404,'message':'gone','name':'HttpException'}", NotFoundException.class, "gone"),
                arguments(404, "{'error':'Contact with id X not found','status':400}", NotFoundException.class, "id X"),
                arguments(409, "{'message':'exists','canonicalCode':'USER_EXISTS'}", RejectedException.class, "exists"),
                arguments(
                        422,
                        "{'message':['a must be a string','b too']}",
                        RejectedException.class,
                        "a must be a string"),
                arguments(422, "{'message':[],'error':'Unprocessable'}", RejectedException.class, "Unprocessable"),
                arguments(400, "{'message':'','detail':'too large'}", RejectedException.class, "too large"),
                arguments(
                        400,
                        "{'error':{'code':'E7','message':'aip','resolution':'ask'}}",
                        RejectedException.class,
                        "aip"),
                arguments(400, "{'error':'Un','error_description':'gone'}", RejectedException.class, "Un: gone"),
                arguments(
                        429, "{'statusCode':429,'message':'Too Many Requests'}", ThrottledException.class, "Too Many"),
                arguments(408, "", ServerException.class, ""),
                arguments(500, "{'message':'oops'}", ServerException.class, "oops"),
                arguments(
                        502,
                        "<html><style>p{}</style><h1>Bad\n gateway</h1></html>",
                        ServerException.class,
                        "Bad gateway"),
                arguments(503, "upstream is down", ServerException.class, "upstream is down"),
                arguments(302, "", RejectedException.class, ""));
    }

    @ParameterizedTest
    @MethodSource("table")
    void becomesTheExceptionOfItsHttpStatus(int status, String body, Class<?> type, String text) {
        ApiException failure = failure(Scripts.reply(status, body.replace('\'', '"')));
        assertThat(failure).isInstanceOf(type);
        assertThat(failure.vendorMessage()).contains(text);
        assertThat(failure.status()).hasValue(status);
        assertThat(failure.operation()).isEqualTo("users.get");
        assertThat(failure.remedy()).isNotBlank();
    }

    @Test
    void theMessageTellsOperationStatusTraceAndVendorText() {
        ApiException failure = failure(Scripts.reply(404, "{\"message\":\"no user\",\"traceId\":\"t-77\"}"));
        assertThat(failure).hasMessageContainingAll("users.get", "404", "t-77", "no user");
        assertThat(failure.traceId()).contains("t-77");
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
