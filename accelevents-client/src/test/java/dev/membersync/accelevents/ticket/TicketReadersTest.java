package dev.membersync.accelevents.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.client.internal.UnreadableException;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketReadersTest {
    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }

    @Test
    void aTicketTypeIsReadWithItsMisspeltKeys() {
        var type =
                TicketReaders.settings(json("""
                {'tickeTypes':[{'typeId':'145680','name':'VIP','price':'50.10','fee':1.5,'remainingTickets':3,'totalSoldTickets':7,
                'maxTickerPerBuyer':4,'minTickerPerBuyer':1,'ticketType':'PAID','bundleType':'INDIVIDUAL_TICKET',
                'startDate':'2026/03/04 17:06','endDate':'whenever','categoryColor':'red','categoryId':null}]}""")).type(new TicketTypeId(145680)).orElseThrow();
        assertThat(type.kind()).isEqualTo(TicketKind.PAID);
        assertThat(type.bundle()).isEqualTo(BundleType.INDIVIDUAL_TICKET);
        assertThat(type.price().orElseThrow()).isEqualByComparingTo("50.10");
        assertThat(type.remaining()).hasValue(3);
        assertThat(type.maxPerBuyer()).hasValue(4);
        assertThat(type.minPerBuyer()).hasValue(1);
        assertThat(type.starts().local()).contains(LocalDateTime.of(2026, 3, 4, 17, 6));
        assertThat(type.ends().text()).isEqualTo("whenever");
        assertThat(type.extra()).containsExactly(Map.entry("categoryColor", "red"));
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

    @Test
    void feesAreReadAsNumbers() {
        var line = TicketReaders.fees(
                        json(
                                "[{'ticketingTypeId':145680,'ticketQuantity':1,'ticketPrice':0.0,'totalPayable':1.25,'aeFees':1}]"))
                .get(0);
        assertThat(line.totalPayable()).isEqualByComparingTo("1.25");
        assertThat(line.platformFees().orElseThrow()).isEqualByComparingTo("1");
        assertThat(line.cardFees()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'other':1}", "[]"})
    void settingsWithoutTicketTypesAreNoUsableAnswer(String body) {
        assertThatThrownBy(() -> TicketReaders.settings(json(body))).isInstanceOf(UnreadableException.class);
    }
}
