package dev.membersync.accelevents.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.order.OrderStatus;
import dev.membersync.accelevents.order.OrderType;
import dev.membersync.accelevents.ticket.TicketStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"CHECKED_IN", "Checked In", "checkedin", "checked-in"})
    void spellingsOfOneWordAreEqual(String spelling) {
        assertThat(new TicketStatus(spelling))
                .isEqualTo(TicketStatus.CHECKED_IN)
                .hasSameHashCodeAs(TicketStatus.CHECKED_IN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELLED", "Canceled", "cancelled"})
    void canceledIsKnownWithOneLAndWithTwo(String spelling) {
        assertThat(new TicketStatus(spelling)).isEqualTo(TicketStatus.CANCELED);
    }

    @Test
    void aWordKeepsTheTextAsItCame() {
        assertThat(new OrderStatus("Partially Refunded").value()).isEqualTo("Partially Refunded");
    }

    @Test
    void anUnknownWordIsCarriedAndSaysThatItIsUnknown() {
        assertThat(new OrderStatus("ON_HOLD").isKnown()).isFalse();
        assertThat(new OrderStatus("paid").isKnown()).isTrue();
    }

    @Test
    void wordsOfTwoVocabulariesAreNeverEqual() {
        assertThat((Object) new OrderType("UNPAID")).isNotEqualTo(new OrderStatus("UNPAID"));
    }
}
