package dev.membersync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.testkit.internal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The payment step when it insists on how answers are written. */
class StrictAnswersTest {
    private final Accelevents vendor = new Accelevents();

    private int pay(List<Map<String, Object>> questions, List<Map<String, Object>> nested) {
        vendor.fake.switches().strictAnswers(true);
        List<Map<String, Object>> identity = List.of(
                Accelevents.pair("First Name", "Ada"),
                Accelevents.pair("Last Name", "Lovelace"),
                Accelevents.pair("Email", "ada@example.com"));
        List<Map<String, Object>> attributes = new ArrayList<>(identity);
        attributes.addAll(questions);
        Object holder = Json.map(
                "tickettypeid",
                vendor.free,
                "attributes",
                attributes,
                "questions",
                questions,
                "nestedQuestions",
                nested);
        return vendor.send(
                        "POST",
                        "/rest/events/" + Accelevents.EVENT + "/staff/tickets/payment/order/"
                                + vendor.orderId(vendor.free, ""),
                        Accelevents.text(Json.map(
                                "clientDate",
                                Accelevents.DATE,
                                "hasholderattributes",
                                true,
                                "paymenttype",
                                "CASH",
                                "purchaser",
                                Json.map("attributes", identity),
                                "holder",
                                List.of(holder))))
                .status();
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT,Cell Phone,5551234567|us,200",
        "TEXT,Cell Phone,+1 555 1234567,406",
        "COUNTRY,Home,DE,200",
        "COUNTRY,Home,Germany,400",
        "NUMBER,Age,-3.5,200",
        "NUMBER,Age,three,400",
        "DATE,Since,02/28/2026,200",
        "DATE,Since,2026-02-28,400",
        "DATE,Since,02/30/2026,400",
        "EMAIL,Other,a@b.example,200",
        "EMAIL,Other,nobody,400",
        "FILE_UPLOAD,CV,6f1c|cv.pdf,200",
        "FILE_UPLOAD,CV,cv.pdf,400"
    })
    void anAnswerMustBeWrittenAsItsFieldWantsIt(String type, String name, String value, int status) {
        vendor.event.putField(FakeField.question(name).ofType(type));
        assertThat(pay(List.of(Accelevents.pair(name, value)), List.of())).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"red|blue,400", "red,400", "blue,200"})
    void anAnswerToANestedQuestionNeedsTheAnswerThatRevealsIt(String colours, int withoutDetail) {
        FakeBoxOffice office = vendor.event.boxOffice();
        List<String> options = List.of("red", "blue");
        office.putNestedQuestion(new FakeNestedQuestion(1, "Colours", "MULTIPLE_CHOICE", true, options, 0, ""));
        office.putNestedQuestion(new FakeNestedQuestion(2, "Which red?", "TEXT", true, List.of(), 1, "k1"));
        Map<String, Object> parent = Json.map("id", 1, "value", colours);
        Map<String, Object> detail = Json.map("id", 2, "value", "dark");

        assertThat(pay(List.of(), List.of(parent))).isEqualTo(withoutDetail);
        assertThat(pay(List.of(), List.of(parent, detail))).isEqualTo(withoutDetail == 400 ? 200 : 400);
    }

    @Test
    void aNestedAnswerMustBeOneOfTheOptions() {
        vendor.event
                .boxOffice()
                .putNestedQuestion(new FakeNestedQuestion(1, "Dinner?", "DROPDOWN", true, List.of("yes"), 0, ""));
        assertThat(pay(List.of(), List.of(Json.map("id", 1, "value", "maybe")))).isEqualTo(400);
    }
}
