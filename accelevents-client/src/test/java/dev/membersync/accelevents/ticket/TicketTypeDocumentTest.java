package dev.membersync.accelevents.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTypeDocumentTest {
    private static final int SEEDS = 300;
    private static final String MARK = "\"the one that changes\"";

    private static TicketTypeDocument read(String json) {
        return TicketReaders.document(json.replace('\'', '"').getBytes(UTF_8));
    }

    private static String json(Object value) {
        return new String(Json.bytes(value), UTF_8);
    }

    @Test
    void anyDocumentSurvivesAChangeOfOneFieldByteForByte() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            var chosen = random.nextInt(1, 4);
            var before = json(document(random, chosen));
            var after = TicketReaders.document(before.getBytes(UTF_8)).with(new TicketTypeId(chosen), "name", "VIP é");
            assertThat(json(after.written())).as("seed %d", seed).isEqualTo(before.replace(MARK, "\"VIP é\""));
        }
    }

    private static Map<String, Object> document(SplittableRandom random, int chosen) {
        var document = fields(random, "top", 2);
        var rows = new ArrayList<>();
        for (int id = 1; id <= 3; id++) {
            var row = fields(random, "before", 2);
            row.put("typeId", random.nextBoolean() ? (Object) id : Integer.toString(id));
            row.put("name", id == chosen ? "the one that changes" : "another");
            row.putAll(fields(random, "after", 2));
            rows.add(row);
        }
        document.put(random.nextBoolean() ? "ticketTypes" : "tickeTypes", rows);
        document.putAll(fields(random, "tail", 2));
        return document;
    }

    private static Map<String, Object> fields(SplittableRandom random, String name, int depth) {
        var fields = new LinkedHashMap<String, Object>();
        for (int i = random.nextInt(5); i > 0; i--) {
            fields.put(name + i, value(random, depth));
        }
        return fields;
    }

    private static Object value(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong();
            case 3 -> BigDecimal.valueOf(random.nextInt(), random.nextInt(1, 9));
            case 4 -> BigInteger.TEN.pow(random.nextInt(20, 40));
            case 5 -> "Straße \"\\\n\u2028 😀 " + random.nextInt();
            case 6 -> "";
            case 7 -> fields(random, "within", depth - 1);
            default -> new ArrayList<>(fields(random, "item", depth - 1).values());
        };
    }

    @Test
    void whatTheVendorDoesNotTakeBackIsLeftOut() {
        var document = read("{'availableTimeZone':[],'a':null,'ticketingFee':{},'ticketTypes':[]}");
        assertThat(json(document.written())).isEqualTo("{\"a\":null,\"ticketTypes\":[]}");
    }

    @Test
    void aNewTypeHasTheIdZero() {
        var document = read("{'ticketTypes':[{'typeId':1}]}").adding(Map.of("name", "Late"));
        assertThat(json(document.written()))
                .isEqualTo("{\"ticketTypes\":[{\"typeId\":1},{\"typeId\":0,\"name\":\"Late\"}]}");
    }

    @Test
    void aTypeThatIsNotThereCannotBeChanged() {
        var document = read("{'ticketTypes':[{'typeId':1}]}");
        assertThatThrownBy(() -> document.with(new TicketTypeId(2), "name", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2");
    }

    @Test
    void aChangeLeavesTheDocumentItStartedFrom() {
        var document = read("{'ticketTypes':[{'typeId':1,'name':'a'}]}");
        assertThat(document.with(new TicketTypeId(1), "name", "b")).isNotEqualTo(document);
        assertThat(document.row(new TicketTypeId(1)).orElseThrow()).containsEntry("name", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'ticketTypes':null}", "{'ticketTypes':{}}"})
    void aDocumentWithoutTypesIsNoUsableAnswer(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'remainingTickets':2}", "{'maxTickerPerBuyer':2,'minTickerPerBuyer':2}"})
    void anOrderWithinAllKnownLimitsIsPossible(String row) {
        assertThat(type(row).allows(2)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'remainingTickets':1}", "{'maxTickerPerBuyer':1}", "{'minTickerPerBuyer':3}"})
    void anOrderBeyondALimitIsNotPossible(String row) {
        assertThat(type(row).allows(2)).isFalse();
    }

    private static TicketType type(String row) {
        var withId = "{'typeId':1" + (row.equals("{}") ? "}" : "," + row.substring(1));
        return TicketReaders.settings(
                        ("{'ticketTypes':[" + withId + "]}").replace('\'', '"').getBytes(UTF_8))
                .types()
                .get(0);
    }
}
