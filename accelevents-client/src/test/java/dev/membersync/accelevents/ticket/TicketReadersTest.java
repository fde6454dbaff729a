package dev.membersync.accelevents.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.client.internal.UnreadableException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketReadersTest {
    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'ticketType':'FREE'}",
                "{'ticketType':'FREE','price':0}",
                "{'ticketType':'PAID','price':'0.00'}"
            })
    void aTypeIsFreeWhenItCertainlyCostsNothing(String row) {
        assertThat(onlyType(row).isFree()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'ticketType':'DONATION','price':0}", "{'ticketType':'PAID'}", "{'price':1}", "{}"})
    void aTypeThatMayCostSomethingIsNotFree(String row) {
        assertThat(onlyType(row).isFree()).isFalse();
    }

    private static TicketType onlyType(String row) {
        var withId = "{'typeId':1" + (row.equals("{}") ? "}" : "," + row.substring(1));
        return TicketReaders.settings(json("{'ticketTypes':[" + withId + "]}"))
                .types()
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'other':1}", "[]"})
    void settingsWithoutTicketTypesAreNoUsableAnswer(String body) {
        assertThatThrownBy(() -> TicketReaders.settings(json(body))).isInstanceOf(UnreadableException.class);
    }
}
