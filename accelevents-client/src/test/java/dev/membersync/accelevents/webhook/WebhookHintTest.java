package dev.membersync.accelevents.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventId;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.client.internal.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookHintTest {
    private static final String ORDER_ROW = """
            {"topic":"TICKET_PURCHASE","data":{"id":77,"status":"PAID","eventURL":"spring-summit","eventId":"9",
             "purchaser":{"firstName":"Jane","email":"jane@example.org"},
             "attendee":[{"eventTicketingId":501,"barcode":"B1","email":"jane@example.org","id":3},
                         {"eventTicketingId":"502","barcode":"B2","attendeeId":"a-7","userId":4}],
             "recurringEventId":0}}
            """;

    @Test
    void anOrderRowNamesAllItsRecords() {
        WebhookHint hint = hint(ORDER_ROW);
        assertThat(hint.topic()).contains("TICKET_PURCHASE");
        assertThat(hint.orders()).containsExactly(new OrderId(77));
        assertThat(hint.tickets()).containsExactly(new EventTicketId("501"), new EventTicketId("502"));
        assertThat(hint.barcodes()).containsExactly(new Barcode("B1"), new Barcode("B2"));
        assertThat(hint.attendees()).containsExactly(new AttendeeId("a-7"));
        assertThat(hint.emails()).containsExactly("jane@example.org");
        assertThat(hint.eventUrls()).containsExactly("spring-summit");
        assertThat(hint.events()).containsExactly(new EventId(9));
        assertThat(hint.occurrences()).isEmpty();
        assertThat(hint.isBlind()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topic",
                "Topic",
                "event",
                "eventType",
                "event_type",
                "type",
                "action",
                "webhookType",
                "webhook-topic",
                "webhookEvent"
            })
    void aTopicMayStandUnderManyNamesAndIsKeptUnknownOrNot(String name) {
        assertThat(hint("{\"" + name + "\":\" Moon Phase \\u00fc \"}").topic()).contains("Moon Phase \u00fc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'type':'A','topic':'B'}; B",
                "{'event':'A','eventType':'B','action':'C'}; B",
                "{'event':{'id':1},'type':'A'}; A",
                "{'topic':7,'type':'A'}; A",
                "{'topic':' ','type':'A'}; A",
                "{'topic':'A\\ud83d','type':'A'}; A",
                "{'data':{'topic':'A'}}; ''",
                "{'event':7}; ''"
            })
    void theMostTellingTextIsTheTopic(String body, String topic) {
        assertThat(hint(body.replace('\'', '"')).topic().orElse("")).isEqualTo(topic);
    }

    @ParameterizedTest
    @CsvSource({"barcode, B1", "barcodeId, B1", "BARCODE, B1", "bar_code, B1", "barcodes, B1"})
    void aBarcodeMayBeSpeltSo(String name, String value) {
        assertThat(hint("{\"" + name + "\":\"" + value + "\"}").barcodes()).containsExactly(new Barcode(value));
        assertThat(hint("{\"x\":{\"" + name + "\":[\"" + value + "\"]}}").barcodes())
                .containsExactly(new Barcode(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderId", "ticketOrderNumber", "OrderID", "order_id", "order-id", "orderIds"})
    void anOrderMayBeSpeltSo(String name) {
        assertThat(hint("{\"" + name + "\":5}").orders()).containsExactly(new OrderId(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventTicketingId", "eventTicketId", "ticketId", "ticketingId", "TICKETID"})
    void anIssuedTicketMayBeSpeltSo(String name) {
        assertThat(hint("{\"" + name + "\":5}").tickets()).containsExactly(new EventTicketId("5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticketTypeId", "typeId", "eventTicketTypeId", "ticketingTypeId", "userId", "id", "qty"})
    void whatNamesSomethingElseIsNoRecordOfOurs(String name) {
        assertThat(hint("{\"" + name + "\":5}").isBlind()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "5; 5",
                "`5`; 5",
                "` 5 `; 5",
                "5.0; 5",
                "5e2; 500",
                "9223372036854775807; 9223372036854775807",
                "9223372036854775808; ''",
                "0; ''",
                "-5; ''",
                "5.5; ''",
                "1e99999999; ''",
                "1e-99999999; ''",
                "`x5`; ''",
                "``; ''",
                "true; ''",
                "null; ''",
                "{}; ''"
            })
    void anOrderIdIsAPositiveWholeNumberOrTheTextOfOne(String value, String id) {
        String body = "{\"orderId\":" + value.replace('`', '"') + "}";
        assertThat(hint(body).orders().stream()
                        .map(OrderId::toString)
                        .findFirst()
                        .orElse(""))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "`B 1`; B 1",
                "8812345; 8812345",
                "12345678901234567890123; 12345678901234567890123",
                "` `; ''",
                "false; ''",
                "`B\\u0000`; ''",
                "`B\\ud83d`; ''"
            })
    void aBarcodeIsAnyTextOrNumberThatCanBeWritten(String value, String barcode) {
        assertThat(hint("{\"barcode\":" + value.replace('`', '"') + "}").barcodes().stream()
                        .map(Barcode::value)
                        .findFirst()
                        .orElse(""))
                .isEqualTo(barcode);
    }

    @Test
    void aTextOfMoreThanTwoHundredCharactersIsNoId() {
        assertThat(hint("{\"barcode\":\"" + "b".repeat(200) + "\"}").barcodes()).hasSize(1);
        assertThat(hint("{\"barcode\":\"" + "b".repeat(201) + "\"}").barcodes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane", "@", "jane@", "@example.org", "a b@example.org", "a@b@c"})
    void whatIsNoAddressIsIgnored(String text) {
        assertThat(hint("{\"email\":\"" + text + "\"}").emails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/e/x", "a b", "../x", "a@b"})
    void whatIsNoSlugIsIgnored(String text) {
        assertThat(hint("{\"eventUrl\":\"" + text + "\"}").eventUrls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"purchaser", "attendee", "totalAmount", "TOTALAMOUNT"})
    void anIdAloneIsAnOrderWhereTheRowLooksLikeOne(String mark) {
        assertThat(hint("{\"id\":5,\"" + mark + "\":null}").orders()).containsExactly(new OrderId(5));
        assertThat(hint("{\"id\":6,\"x\":{\"id\":5,\"" + mark + "\":{\"id\":7}}}")
                        .orders())
                .containsExactly(new OrderId(5));
    }

    @Test
    void anOccurrenceIsFound() {
        assertThat(hint("{\"recurringEventId\":12}").occurrences()).containsExactly(new OccurrenceId(12));
    }

    @Test
    void ofDoubledNamesTheLastCounts() {
        assertThat(hint("{\"orderId\":1,\"orderId\":2}").orders()).containsExactly(new OrderId(2));
        assertThat(hint("{\"orderId\":1,\"ORDERID\":2}").orders()).containsExactly(new OrderId(1), new OrderId(2));
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(hint("\uFEFF{\"orderId\":1}").orders()).hasSize(1);
    }

    @Test
    void halfASurrogateIsReplacedInTheBody() {
        WebhookHint hint = hint("{\"name\":\"A\\ud83d\",\"x\":{\"y\":[\"\\ude00\",\"\\ud83d\\ude00\"]}}");
        assertThat(hint.body())
                .isEqualTo(Map.of("name", "A\uFFFD", "x", Map.of("y", List.of("\uFFFD", "\uD83D\uDE00"))));
    }

    @Test
    void theBodyKeepsUnknownFieldsAndNullsAndCannotBeChanged() {
        WebhookHint hint = hint("{\"phase\":null,\"moon\":{\"age\":3}}");
        assertThat(hint.body()).containsEntry("phase", null).containsEntry("moon", Map.of("age", 3));
        assertThatThrownBy(() -> hint.body().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<?, ?>) hint.body().get("moon")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> hint.orders().add(new OrderId(1))).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource({"16, false", "17, true"})
    void whatLiesTooDeepIsNotSearchedAndSaidSo(int depth, boolean partial) {
        WebhookHint hint = hint("{\"a\":".repeat(depth - 1) + "{\"orderId\":1}" + "}".repeat(depth - 1));
        assertThat(hint.partial()).isEqualTo(partial);
        assertThat(hint.orders()).hasSize(partial ? 0 : 1);
        assertThat(hint.isBlind()).isEqualTo(partial);
    }

    @Test
    void nestingBeyondAllReasonIsRefused() {
        String body = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThatThrownBy(() -> hint(body)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void aHugeListIsSearchedInPartAndSaysSo() {
        String filler = "[" + "0,".repeat(49_997) + "0]";
        WebhookHint whole = hint("{\"list\":" + filler + ",\"orderId\":1}");
        assertThat(whole.orders()).hasSize(1);
        assertThat(whole.partial()).isFalse();
        WebhookHint cut = hint("{\"list\":" + filler + ",\"more\":0,\"orderId\":1}");
        assertThat(cut.orders()).isEmpty();
        assertThat(cut.isBlind()).isTrue();
    }

    @Test
    void manyObjectsShareTheLimit() {
        StringBuilder body = new StringBuilder("[");
        for (int i = 1; i <= 50_001; i++) {
            body.append(i == 1 ? "" : ",").append("{\"orderId\":").append(i).append('}');
        }
        List<WebhookHint> hints = hints(body.append(']').toString());
        assertThat(hints).hasSize(50_001);
        assertThat(hints.get(49_999).isBlind()).isFalse();
        assertThat(hints.get(50_000).isBlind()).isTrue();
    }

    @Test
    void aTopicAloneIsAHintAtTheWholeEvent() {
        assertThat(hint("{\"topic\":\"CHECK_IN\",\"eventUrl\":\"gala\"}").isBlind())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\uFEFF",
                "null",
                "1",
                "\"text\"",
                "{",
                "[",
                "[{}",
                "[{},1]",
                "[[{}]]",
                "[null]",
                "{} {}",
                "{\"a\":}",
                "<html>",
                "{\"a\":1e99999999999}"
            })
    void whatIsNeitherObjectNorListOfObjectsIsRefused(String body) {
        assertThatThrownBy(() -> hint(body)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        byte[] latin = "{\"name\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = "{\"orderId\":1}".getBytes(StandardCharsets.UTF_16LE);
        assertThatThrownBy(() -> HintReader.read(latin)).hasMessage("the body is no UTF-8");
        assertThatThrownBy(() -> HintReader.read(wide)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void aHintPrintsNoPersonalDataAndNoBarcode() {
        assertThat(hint(ORDER_ROW).toString()).isEqualTo("WebhookHint[topic=TICKET_PURCHASE, 7 records]");
        assertThat(hint("{\"event\":\"jane@example.org came\"}").toString())
                .isEqualTo("WebhookHint[topic=?, 0 records]");
    }

    private static WebhookHint hint(String body) {
        List<WebhookHint> hints = hints(body);
        assertThat(hints).hasSize(1);
        return hints.get(0);
    }

    private static List<WebhookHint> hints(String body) {
        return HintReader.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
