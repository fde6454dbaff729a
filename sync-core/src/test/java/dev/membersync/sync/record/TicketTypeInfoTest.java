package dev.membersync.sync.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** A ticket type's price. */
final class TicketTypeInfoTest {
    @Test
    void zeroIsFreeHoweverItIsWritten() {
        assertThat(priced("0.00").isFree()).isTrue();
        assertThat(priced("0.01").isFree()).isFalse();
    }

    @Test
    void pricesAreComparedAsNumbers() {
        assertThat(priced("5").costsAsMuchAs(priced("5.00"))).isTrue();
        assertThat(priced("5").costsAsMuchAs(priced("5.01"))).isFalse();
    }

    @Test
    void aPriceBelowZeroIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> priced("-1"));
    }

    private static TicketTypeInfo priced(String price) {
        return new TicketTypeInfo("1", "VIP", new BigDecimal(price), 1);
    }
}
