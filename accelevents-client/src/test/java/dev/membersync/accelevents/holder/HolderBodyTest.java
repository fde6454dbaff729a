package dev.membersync.accelevents.holder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.internal.Pairs;
import dev.membersync.accelevents.model.AcceleventsDialect;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.FieldType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HolderBodyTest {
    private static final Pairs PAIRS = new Pairs(AcceleventsDialect.DEFAULT);

    @Test
    void aHolderUpdateCarriesEverySectionAsItWasRead() {
        var nested = Map.<String, Object>of("id", 7L, "value", "x");
        var sheet = new HolderSheet(
                Optional.of(new EventTicketId("166")),
                List.of(new Answer("Company", null)),
                List.of(new Answer("Age", 7L)),
                List.of(nested),
                "A-1",
                Map.of());
        assertThat(Holders.body(PAIRS, sheet))
                .containsExactlyEntriesOf(ordered(
                        "attributes", List.of(ordered("key", "Company", "value", null)),
                        "questions", List.of(ordered("key", "Age", "value", 7L)),
                        "nestedQuestions", List.of(nested),
                        "seatNumber", "A-1"));
    }

    @Test
    void anAddressIsWrittenInItsSixParts() {
        var sheet = new HolderSheet(
                Optional.of(new EventTicketId("166")),
                List.of(new Answer("Home", "1 High St||Leeds||LS1|gb")),
                List.of(),
                List.of(),
                "",
                Map.of("Home", FieldType.BILLING_ADDRESS));
        assertThat(Holders.body(PAIRS, sheet).get("attributes"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Map.class))
                .extracting(pair -> pair.get("key") + "=" + pair.get("value"))
                .containsExactly(
                        "Home 1=1 High St",
                        "Home 2=",
                        "Home City=Leeds",
                        "Home State=",
                        "Home Zip Code=LS1",
                        "Home Country=gb");
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
