package dev.membersync.accelevents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.http.Reply;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends a person down every way the vendor has to say no, and looks for her in all that is said. */
class ErrorSecrecyTest {
    private static final String PERSON =
            "Adalgisa Lovelace, ada.lovelace@example.org, +44 20 7946 0958, 12 St James Square, token eyJh.bGci, is registered";
    private static final List<String> CANARIES = List.of("Adalgisa", "Lovelace", "lovelace", "7946", "James", "bGci");
    private static final List<Integer> STATUSES = List.of(200, 302, 401, 404, 406, 429, 503);
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
            "{'type':'Success','message':'PERSON'}",
            "{'type':'Success','data':{'uuid':'PERSON','email':'PERSON','new':'PERSON'}}",
            "{'Type':'PERSON','Message':'PERSON'}",
            "{'PERSON':'PERSON','orderId':'PERSON'}",
            "{'errorMessage':'PERSON'",
            "['PERSON']",
            "'PERSON'",
            "PERSON",
            "<html><title>PERSON</title></html>");

    @ParameterizedTest
    @MethodSource("dev.membersync.accelevents.EveryOperationTest#rows")
    void noAnswerToAnyOperationTellsAPerson(Contract row) {
        for (var body : BODIES) {
            for (var status : STATUSES) {
                var text = body.replace("PERSON", PERSON);
                assertThat(told(row.answers(status, text)))
                        .as("%d %s", status, body)
                        .doesNotContain(CANARIES);
            }
        }
    }

    @Test
    void theLogTellsWhichCallFailedAndOfWhomNothing() throws IOException {
        var rows = EveryOperationTest.rows();
        BODIES.forEach(body -> rows.forEach(row -> told(row.answers(400, body.replace("PERSON", PERSON)))));
        assertThat(Files.readString(LOG))
                .contains(rows.stream()
                        .map(row -> row.operation() + " failed: HTTP 400")
                        .toList())
                .doesNotContain(CANARIES);
    }

    @Test
    void theVendorsTextsAreThereForThoseWhoAsk() {
        var refusal = Refusal.ofOrder(
                Reply.of(400, "{\"errorMessage\":\"no\",\"errors\":[{\"message\":\"" + PERSON + "\"}]}"));
        assertThat(refusal.vendorMessage()).isEqualTo("no");
        assertThat(refusal.problem().fieldMessages()).containsExactly(PERSON);
    }

    /** All a logger or a console would print: the value, or the message, the cause chain, and the problem itself. */
    private static String told(Contract row) {
        try {
            var value = row.run(row.reply());
            return value instanceof String ? "" : String.valueOf(value);
        } catch (ApiException refusal) {
            return told(refusal);
        }
    }

    private static String told(ApiException refusal) {
        assertThat(refusal.operation()).isNotBlank();
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
