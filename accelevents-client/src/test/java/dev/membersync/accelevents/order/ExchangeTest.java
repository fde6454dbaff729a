package dev.membersync.accelevents.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeTest {
    private static Exchange exchange(String oldPrice, String newPrice, Settlement settlement) {
        return Exchange.of(
                new OrderId(1),
                new EventTicketId("166"),
                new TicketTypeId(2),
                new BigDecimal(oldPrice),
                new BigDecimal(newPrice),
                settlement);
    }

    private static Settlement settlement(String type, String amount) {
        return Settlement.paid(new PaymentType(type), new BigDecimal(amount));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0.00,CASH,0,FREE_TO_FREE",
        "0,50,UNPAID,0,FREE_TO_PAID",
        "0,50,CASH,50.00,FREE_TO_PAID",
        "0,50,CHECK,20,FREE_TO_PAID",
        "50,0,CASH,0,PAID_TO_FREE",
        "50,50.00,CASH,0,PAID_TO_PAID",
        "50,75,COMPLIMENTARY,0,PAID_TO_PAID",
        "50,75,CASH,25,PAID_TO_PAID",
        "75,50,CASH,0,PAID_TO_PAID"
    })
    void theCaseFollowsFromThePrices(String from, String to, String type, String amount, MoneyCase money) {
        var exchange = exchange(from, to, settlement(type, amount));

        assertThat(exchange.money()).isEqualTo(money);
        assertThat(exchange.difference()).isEqualByComparingTo(new BigDecimal(to).subtract(new BigDecimal(from)));
        assertThat(exchange.mailAttendee()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,CASH,1,nothing is due",
        "50,0,CASH,50,nothing is due",
        "75,50,CASH,25,nothing is due",
        "0,50,CASH,50.01,above the difference",
        "50,75,CASH,75,above the difference",
        "0,50,CASH,0,say what was paid",
        "50,75,CC,0,say what was paid",
        "0,50,UNPAID,50,not UNPAID",
        "0,50,CC,50,needs a token"
    })
    void aSettlementThatDoesNotFitTheCaseIsRefused(String from, String to, String type, String amount, String why) {
        assertThatThrownBy(() -> exchange(from, to, settlement(type, amount)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"-1,0", "0,-1"})
    void aNegativePriceIsNone(String from, String to) {
        assertThatThrownBy(() -> exchange(from, to, Settlement.NONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNegativeAmountSettlesNothing() {
        assertThatThrownBy(() -> settlement("CASH", "-1")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"FREE_TO_FREE,1", "FREE_TO_PAID,0", "PAID_TO_FREE,0"})
    void aCaseThatDoesNotGoWithTheDifferenceIsRefused(MoneyCase money, BigDecimal difference) {
        var fitting = exchange("0", "0", Settlement.NONE);

        assertThatThrownBy(() -> new Exchange(
                        fitting.orderId(),
                        fitting.eventTicketId(),
                        fitting.newTicketTypeId(),
                        money,
                        difference,
                        Settlement.NONE,
                        false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(money.name());
    }

    @Test
    void equalPricesNeedNoSettlement() {
        assertThatCode(() -> Exchange.ofEqualPrice(new OrderId(1), new EventTicketId("166"), new TicketTypeId(2))
                        .withMail(true))
                .doesNotThrowAnyException();
    }

    @Test
    void aSettlementPrintsNoDetail() {
        assertThat(settlement("CC", "5").withToken("tok_1").withNote("for Ada").toString())
                .isEqualTo("Settlement[CC, 5]");
    }
}
