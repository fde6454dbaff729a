package dev.membersync.accelevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.http.Reply;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.simple.SimpleLogger;

/** Sends a person down every way the vendor has to say no, and looks for her in all that is said. */
class ErrorSecrecyTest {
    private static final String PERSON =
            "Adalgisa Lovelace, ada.lovelace@example.org, +44 20 7946 0958, 12 St James Square, is registered";
    private static final List<String> CANARIES = List.of("Adalgisa", "Lovelace", "lovelace", "7946", "James");
    private static final Path LOG = Path.of("target", "accelevents-client-test.log");

    private static final List<String> BODIES = List.of(
            "{'errorCode':'4060098','errorMessage':'PERSON'}",
            "{'errorCode':'4060098','errorMessage':'No','developerMessage':'PERSON'}",
            "{'errorCode':'4040504','errorMessage':'PERSON'}",
            "{'errorCode':'4040506','message':'PERSON'}",
            "{'errorCode':4069999,'errorMessage':'PERSON'}",
            "{'errorCode':'PERSON','errorMessage':'PERSON'}",
            "{'errorCode':'4420794609580','errorMessage':'PERSON'}",
            "{'errorCode':'5000001','errorMessage':'PERSON'}",
            "{'errorCode':'429','errorMessage':'PERSON'}",
            "{'code':'4030101','error':'PERSON','error_description':'PERSON'}",
            "{'errors':[{'message':'PERSON'},{'message':'PERSON','field':'PERSON'}]}",
            "{'errorCode':'4060074','errors':[{'message':'PERSON'},{'errorMessage':'PERSON'}]}",
            "{'type':'Fail','message':'PERSON'}",
            "{'Type':'PERSON','Message':'PERSON'}",
            "{'PERSON':'PERSON','orderId':'PERSON'}",
            "{'errorMessage':'PERSON'",
            "['PERSON']",
            "'PERSON'",
            "PERSON",
            "<html><title>PERSON</title></html>");

    static Stream<Arguments> refusals() {
        return BODIES.stream()
                .map(body -> body.replace('\'', '"').replace("PERSON", PERSON))
                .flatMap(body -> Stream.of(200, 302, 400, 401, 403, 404, 406, 409, 429, 500, 503)
                        .map(status -> arguments(status, body)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void noRefusalTellsAPerson(int status, String body) {
        var refusal = Refusal.ofOrder(Reply.of(status, body));
        assertThat(told(refusal)).contains("orders.place").doesNotContain(CANARIES);
    }

    @Test
    void theLogTellsThatACallFailedAndOfWhomNothing() throws IOException {
        assertThat(SimpleLogger.class).isNotNull();
        for (var body : BODIES) {
            Refusal.ofOrder(Reply.of(500, body.replace('\'', '"').replace("PERSON", PERSON)));
        }
        assertThat(Files.readString(LOG))
                .contains("orders.place failed: HTTP 500")
                .doesNotContain(CANARIES);
    }

    @Test
    void theVendorsTextsAreThereForThoseWhoAsk() {
        var refusal = Refusal.ofOrder(
                Reply.of(400, "{\"errorMessage\":\"no\",\"errors\":[{\"message\":\"" + PERSON + "\"}]}"));
        assertThat(refusal.vendorMessage()).isEqualTo("no");
        assertThat(refusal.problem().fieldMessages()).containsExactly(PERSON);
    }

    /** All a logger or a console would print: the message, the cause chain, and the problem itself. */
    private static String told(ApiException refusal) {
        var text = new StringWriter();
        refusal.printStackTrace(new PrintWriter(text));
        return text.append(refusal.toString())
                .append(refusal.getMessage())
                .append(refusal.problem().toString())
                .append(refusal.remedy())
                .append(refusal.code().orElse(""))
                .toString();
    }
}
