package dev.membersync.sync.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.sync.SyncReport;
import dev.membersync.sync.policy.PaidTickets;
import dev.membersync.testkit.FakeMail;
import dev.membersync.testkit.FakeRefund;
import dev.membersync.testkit.FakeTicket;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exchanges between prices where {@code moneyMoves: allow}: each is told to the vendor as the case of money that it is. */
class MoneyMovesTest {
    private static final BigDecimal PRICE = new BigDecimal("150");

    private final World world = World.ordinary();

    private void allowed(PaidTickets paid) {
        world.workflow =
                template -> template.guards(World.WIDE).paidTickets(paid).allowMoneyMoves();
        world.members(1);
    }

    private String orderStatus() {
        return world.event.order(world.ticketOf("m1").orderId()).orElseThrow().status();
    }

    @ParameterizedTest
    @CsvSource({"REVIEW, 0, Unpaid", "UNPAID, 0, Unpaid", "COMPLIMENTARY, 0, Unpaid", "CASH, 150, Paid"})
    void toADearerTypeTheDifferenceIsSettledAsThePaidTicketsAre(PaidTickets paid, BigDecimal amount, String status) {
        allowed(paid);
        world.sync();
        world.memberships.members().changePlan("m1", "silver");

        SyncReport report = world.sync();

        assertThat(report.counts().updated()).isEqualTo(1);
        assertThat(world.ticketOf("m1").paid()).isEqualByComparingTo(amount);
        assertThat(orderStatus()).isEqualTo(status);
        assertThat(world.event.mails())
                .extracting(FakeMail::reason)
                .filteredOn("payment-link"::equals)
                .hasSize(amount.signum() == 0 ? 1 : 0);
    }

    @Test
    void toAFreeTypeWhatWasPaidGoesBack() {
        allowed(PaidTickets.CASH);
        world.memberships.members().changePlan("m1", "silver");
        world.sync();
        assertThat(world.ticketOf("m1").paid()).isEqualByComparingTo(PRICE);
        world.memberships.members().changePlan("m1", "gold");

        world.sync();

        assertThat(world.event.boxOffice().refunds())
                .singleElement()
                .extracting(FakeRefund::amount)
                .satisfies(amount -> assertThat(amount).isEqualByComparingTo(PRICE));
    }

    @Test
    void fromATypeWhosePriceNobodyKnowsAPersonExchanges() {
        allowed(PaidTickets.CASH);
        world.sync();
        long patron = world.event.addTicketType("Patron", "900.00", 10);
        world.event.addTicketType("Patron", "500.00", 10);
        world.event.exchange(world.ticketOf("m1").id(), patron);
        world.memberships.members().changePlan("m1", "gold");

        SyncReport report = world.sync();

        assertThat(report.counts().review()).isEqualTo(1);
        assertThat(world.event.attendees()).extracting(FakeTicket::typeId).containsExactly(patron);
    }
}
