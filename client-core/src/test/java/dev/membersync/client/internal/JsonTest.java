package dev.membersync.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final List<String> KEYS = List.of("users", "data", "response.data");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":1},{\"id\":\"2\"}]",
                "{\"users\":[{\"id\":1},{\"id\":\"2\"}],\"total\":2}",
                "{\"total\":2,\"response\":{\"data\":[{\"id\":1},{\"id\":\"2\"}]}}",
                "\uFEFF{\"data\":[{\"id\":1},{\"id\":\"2\"}]}"
            })
    void readsAListInAnyEnvelope(String body) {
        Rows<String> rows = Json.page(bytes(body), KEYS, row -> row.text("id").orElse(""));
        assertThat(rows.items()).containsExactly("1", "2");
    }

    @Test
    void keepsWhatStandsBesideTheList() {
        Rows<String> rows = Json.page(bytes("{\"data\":[],\"recordsTotal\":\"7\"}"), KEYS, row -> "");
        assertThat(rows.envelope().number("total", "recordsTotal")).hasValue(7);
    }

    @Test
    void theWholeObjectKeepsItsNullsAndItsOrder() {
        Map<String, ?> whole = Json.object(bytes("{\"b\":null,\"a\":1}"), Fields::whole);
        assertThat(Json.bytes(whole)).asString().isEqualTo("{\"b\":null,\"a\":1}");
    }

    @Test
    void anEmojiIsWrittenAsItself() {
        assertThat(Json.bytes(Map.of("a", "😀"))).isEqualTo(bytes("{\"a\":\"😀\"}"));
    }

    @Test
    void aNullListIsEmpty() {
        assertThat(Json.page(bytes("{\"users\":null}"), KEYS, row -> "").items())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"other\":[]}", "\"text\"", "[1]", "[{\"id\":1}", "", "[] []", "<html>", "null"})
    void whatHoldsNoListIsUnreadable(String body) {
        assertThatThrownBy(() -> Json.page(bytes(body), KEYS, row -> "")).isInstanceOf(UnreadableException.class);
    }

    @Test
    void aNumberWithAnAbsurdExponentStaysShort() {
        String id = Json.object(bytes("{\"id\":1e999999999}"), f -> f.text("id").orElse(""));
        assertThat(id).isEqualTo("1E+999999999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "\"1e999999999\"", "-1e-999999999", "1e1001"})
    void anAmountThatNobodyCanWriteOutIsUnreadable(String amount) {
        byte[] body = bytes("{\"price\":" + amount + ",\"ids\":[" + amount + "]}");
        assertThatThrownBy(() -> Json.object(body, f -> f.decimal("price"))).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> Json.object(body, f -> f.longs("ids"))).isInstanceOf(UnreadableException.class);
    }

    @Test
    void anExponentOutOfRangeIsUnreadable() {
        assertThatThrownBy(() -> Json.object(bytes("{\"id\":1e99999999999}"), f -> f))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void aStrictObjectKeepsNullsAndTheLastOfDoubledNames() {
        assertThat(Json.utf8Object(bytes("\uFEFF{\"a\":1,\"b\":null,\"a\":\"2\"}")))
                .containsEntry("a", "2")
                .containsEntry("b", null)
                .hasSize(2);
    }

    @Test
    void aStrictObjectIsUtf8() {
        byte[] utf16 = "{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        byte[] broken = {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'};
        assertThatThrownBy(() -> Json.utf8Object(utf16)).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> Json.utf8Object(broken)).hasMessageContaining("UTF-8");
    }

    @Test
    void aFailureQuotesNothing() {
        assertThatThrownBy(() -> Json.object(bytes("{\"name\": ann@example.com}"), f -> f))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("line 1")
                .hasMessageNotContaining("ann")
                .hasNoCause();
    }

    @Test
    void anAbsurdDepthIsUnreadable() {
        assertThatThrownBy(() -> Json.page(bytes("[".repeat(5000)), KEYS, row -> ""))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void aRowIsFoundBelowItsWrapper() {
        String id = Json.row(
                bytes("{\"trace\":1,\"user\":{\"id\":5}}"),
                List.of("user"),
                f -> f.text("id").orElse(""));
        assertThat(id).isEqualTo("5");
    }

    @Test
    void aRowWithoutWrapperIsTheRoot() {
        assertThat(Json.<Optional<String>>row(bytes("{\"id\":5}"), List.of("user"), f -> f.text("id")))
                .contains("5");
    }

    @Test
    void valuesAreReadWhateverTheirForm() {
        Fields fields = Json.object(
                bytes("{\"a\":\"1.50\",\"b\":2.10,\"c\":\"true\",\"d\":null,\"e\":[1,\"2\"],\"f\":{\"g\":1e2}}"),
                f -> f);
        assertThat(fields.decimal("a")).contains(new BigDecimal("1.50"));
        assertThat(fields.text("b")).contains("2.10");
        assertThat(fields.flag("c")).contains(true);
        assertThat(fields.text("d")).isEmpty();
        assertThat(fields.has("d")).isTrue();
        assertThat(fields.longs("e")).containsExactly(1L, 2L);
        assertThat(fields.object("f").orElseThrow().number("g")).hasValue(100);
    }

    @Test
    void theFirstNameWithAValueCounts() {
        assertThat(Json.<Optional<String>>object(
                        bytes("{\"userId\":null,\"_id\":9}"), f -> f.text("userId", "id", "_id")))
                .contains("9");
    }

    @Test
    void whatNobodyReadIsTheRest() {
        Map<String, Object> rest = Json.object(bytes("{\"id\":1,\"new\":{\"x\":[true]},\"none\":null}"), f -> {
            f.text("id");
            return f.rest();
        });
        assertThat(rest).isEqualTo(Map.of("new", Map.of("x", List.of(true))));
    }

    @Test
    void ofADoubledKeyTheLastCounts() {
        assertThat(Json.<Optional<String>>object(bytes("{\"a\":1,\"a\":2}"), f -> f.text("a")))
                .contains("2");
    }

    @Test
    void namesCanBeReadWithoutRegardToCase() {
        Fields fields = Json.object(bytes("{\"Type\":\"Success\"}"), f -> f);
        assertThat(fields.text("type")).isEmpty();
        assertThat(fields.anyCase().text("type")).contains("Success");
    }

    @Test
    void aNumberThatIsNoneIsUnreadableWithoutItsText() {
        Fields fields = Json.object(bytes("{\"n\":\"ann\"}"), f -> f);
        assertThatThrownBy(() -> fields.number("n"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageNotContaining("ann");
    }

    @Test
    void anythingElseThanAnObjectIsNoObject() {
        assertThat(Json.tryObject(bytes("<html>"))).isEmpty();
        assertThat(Json.tryObject(bytes("{\"a\":1}"))).isPresent();
    }

    @Test
    void writesPlainDecimals() {
        assertThat(new String(Json.bytes(Map.of("a", new BigDecimal("1E+3"))), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":1000}");
    }

    @Test
    void whatIsReadExactlyIsWrittenAsItCame() {
        String text =
                "{\"b\":[1.0,1e2,-0,12345678901234567890,1E+400,0.10],\"a\":{\"x\":null,\"y\":true,\"z\":\"é😀\"}}";
        assertThat(new String(Json.bytes(Json.exactObject(bytes(text))), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void anExactNumberIsANumberToo() {
        Object value = Json.exactObject(bytes("{\"a\":12.50}")).get("a");
        assertThat(value).hasToString("12.50");
        assertThat(((Number) value).intValue()).isEqualTo(12);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
