package dev.membersync.accelevents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.Confidence;
import dev.membersync.client.Operation;
import dev.membersync.client.http.Reply;
import dev.membersync.client.internal.Fault;
import dev.membersync.client.internal.Fault.Kind;
import dev.membersync.client.policy.Safety;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorRepliesTest {
    private static final Operation OPERATION =
            Operation.of("test", "GET", "/rest/x", Safety.READ, Confidence.DOC, "test");

    private static Optional<Fault> fault(int status, String body) {
        return new VendorReplies().fault(OPERATION, Reply.of(status, body));
    }

    @ParameterizedTest
    @CsvSource({
        "401, 4010101, AUTH",
        "403, 4030101, AUTH",
        "403, 4030201, AUTH",
        "404, 4040200, NOT_FOUND",
        "404, 4040501, NOT_FOUND",
        "404, 404800, NOT_FOUND",
        "404, 4040503, REJECTED",
        "404, 4040504, REJECTED",
        "404, 4040506, REJECTED",
        "404, 4040507, REJECTED",
        "406, 4060425, REJECTED",
        "406, 4060426, REJECTED",
        "406, 4060517, REJECTED",
        "406, 40600013, REJECTED",
        "409, 4090003, REJECTED",
        "400, 4068906, REJECTED",
        "400, 4040200, NOT_FOUND",
        "400, 4030201, AUTH",
        "500, 4060425, REJECTED",
        "200, 4060425, REJECTED",
        "200, 4040200, NOT_FOUND",
        "429, 4060517, REJECTED",
        "429, 429, THROTTLED",
        "429, 4290001, THROTTLED",
        "200, 429, REJECTED",
        "200, 4290001, REJECTED",
        "406, 4290001, REJECTED",
        "200, 200, REJECTED",
        "200, ADA, REJECTED",
        "406, 0, REJECTED",
        "404, ADA, NOT_FOUND",
    })
    void theVendorCodeIsJudgedBeforeTheStatus(int status, String code, Kind kind) {
        var fault = fault(status, "{\"errorCode\":\"" + code + "\",\"errorMessage\":\"No\"}")
                .orElseThrow();
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.message()).isEqualTo("No");
        assertThat(fault.quoted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "4060-517", "406 0517", "44207946095", "4060517.5", "40605", "-4060517"})
    void whatIsNoNumberOfACodeIsNotTakenForOne(String text) {
        var fault = fault(406, "{\"errorCode\":\"" + text + "\",\"code\":\"4060517\"}")
                .orElseThrow();
        assertThat(fault.code()).contains("4060517");
        assertThat(fault(406, "{\"errorCode\":\"" + text + "\"}").orElseThrow().code())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, REJECTED",
        "401, AUTH",
        "403, AUTH",
        "404, NOT_FOUND",
        "406, REJECTED",
        "429, THROTTLED",
        "500, SERVER",
        "502, SERVER",
        "504, SERVER"
    })
    void withoutACodeTheStatusCounts(int status, Kind kind) {
        assertThat(fault(status, "").orElseThrow().kind()).isEqualTo(kind);
        assertThat(fault(status, "<html>gateway</html>").orElseThrow().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ERRORCODE\":4060517,\"ERRORMESSAGE\":\"No tickets\"}",
                "{\"errorCode\":4060517,\"errorMessage\":\"No tickets\"}",
                "{\"ErrorCode\":\"4060517\",\"ErrorMessage\":\"No tickets\"}",
                "{\"code\":\"4060517\",\"message\":\"No tickets\"}",
                "{\"errorCode\":\"\",\"code\":4060517,\"errorMessage\":\"\",\"developerMessage\":\"No tickets\"}",
                "{\"errorCode\":\"4060517\",\"errors\":[{\"message\":\"No tickets\"}]}",
                "\uFEFF{\"errorCode\":\"4060517\",\"message\":\"No tickets\",\"developerMessage\":\"stack\"}",
            })
    void codeAndMessageAreFoundInEveryKnownShape(String body) {
        var fault = fault(406, body).orElseThrow();
        assertThat(fault.code()).contains("4060517");
        assertThat(fault.message()).isEqualTo("No tickets");
    }

    @Test
    void severalValidationMessagesAreAllKept() {
        var fault = fault(400, "{\"errors\":[{\"message\":\"one\"},{\"message\":\"two\"}]}")
                .orElseThrow();
        assertThat(fault.message()).isEqualTo("one");
        assertThat(fault.fieldMessages()).containsExactly("one", "two");
    }

    @Test
    void aShortPlainTextIsTheMessage() {
        assertThat(fault(400, "bad order").orElseThrow().message()).isEqualTo("bad order");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Fail\",\"message\":\"No\"}",
                "{\"Type\":\"Error\",\"Message\":\"No\"}",
                "{\"type\":\"Warning\",\"message\":\"No\"}",
                "{\"type\":\"FAIL\"}",
                "\uFEFF {\"type\":\"Fail\",\"message\":\"No\"}",
                "{\"type\":\"Warning\"}",
                "{\"type\":\"Warning\",\"developerMessage\":\"No\"}",
                "{\"errors\":[{\"message\":\"No\"}]}",
                "{\"code\":4060405,\"message\":\"No\"}",
                "{\"code\":\"4060405\",\"error\":\"No\"}"
            })
    void aSuccessThatDoesNotSaySuccessIsARefusal(String body) {
        assertThat(fault(200, body).orElseThrow().kind()).isEqualTo(Kind.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Success\",\"message\":\"ok\"}",
                "{\"Type\":\"SUCCESS\",\"Message\":\"ok\"}",
                "{\"orderId\":122111}",
                "{\"id\":1,\"code\":\"4060405\"}",
                "{\"type\":\"Success\",\"errors\":[]}",
                "{\"orderId\":122111,\"errors\":[{\"message\":\"one seat was changed\"}]}",
                "{\"type\":null,\"message\":\"ok\"}",
                "\"Fail\"",
                "{\"id\":1,\"code\":\"SPRING10\",\"type\":\"coupon\"}",
                "[{\"type\":\"Fail\"}]",
                "7001",
                ""
            })
    void everyOtherSuccessIsASuccess(String body) {
        assertThat(fault(200, body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"errorCode", "ErrorCode"})
    void aRefusalWithinASuccessIsSeenHoweverLongItsTextIs(String key) {
        var body = "{\"developerMessage\":\"" + "at ".repeat(5_000) + "\",\"" + key + "\":\"4060517\"}";
        assertThat(fault(200, body).orElseThrow().code()).contains("4060517");
    }

    @Test
    void aLockedLoginIsNotHelpedByAnotherToken() {
        assertThat(fault(401, "{\"errorCode\":\"4010101\"}").orElseThrow().tokenRejected())
                .isTrue();
        assertThat(fault(401, "{\"errorCode\":\"4010102\"}").orElseThrow().tokenRejected())
                .isFalse();
    }

    @Test
    void aRefusedKeyWithoutACodeIsToldWhatToCheck() {
        assertThat(fault(401, "").orElseThrow().remedy())
                .hasValueSatisfying(text -> assertThat(text).contains("API key", "Enterprise", "header"));
    }
}
