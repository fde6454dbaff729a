package dev.membersync.accelevents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.order.Deletion;
import dev.membersync.accelevents.order.Ending;
import dev.membersync.accelevents.order.Exchange;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.order.Refund;
import dev.membersync.accelevents.order.Settlement;
import dev.membersync.testkit.FakeMail;
import dev.membersync.testkit.FakeRefund;
import dev.membersync.testkit.FakeTicket;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoneyStoryTest {
    private static final BigDecimal PRICE = new BigDecimal("50.00");

    private final Stage stage = new Stage();
    private final EventScope event = stage.event;

    private FakeTicket attendee(long type) {
        return stage.there.addAttendee(type, "Ada", "Lovelace", "ada@example.org");
    }

    private FakeTicket now(FakeTicket ticket) {
        return stage.there.ticket(ticket.id()).orElseThrow();
    }

    private static OrderId order(FakeTicket ticket) {
        return new OrderId(ticket.orderId());
    }

    private void exchange(FakeTicket ticket, long type, Settlement settlement) {
        var settings = event.ticketTypes().settings().execute();
        var from = settings.type(new TicketTypeId(ticket.typeId())).orElseThrow();
        var to = settings.type(new TicketTypeId(type)).orElseThrow();
        event.orders()
                .exchange(Exchange.of(order(ticket), Stage.ticketId(ticket), from, to, settlement))
                .execute();
        assertThat(now(ticket).typeId()).isEqualTo(type);
    }

    @Test
    void fromFreeToFreeOnlyTheTypeChanges() {
        exchange(attendee(stage.general), stage.there.addTicketType("Student", "0", 5), Settlement.NONE);

        assertThat(stage.there.mails()).isEmpty();
        assertThat(stage.there.boxOffice().refunds()).isEmpty();
    }

    @Test
    void fromFreeToPaidThePriceIsOwedAndTheBuyerMailedALink() {
        var ticket = attendee(stage.general);

        exchange(ticket, stage.vip, Settlement.LATER);

        assertThat(stage.there.mails()).extracting(FakeMail::reason).containsExactly("payment-link");
        assertThat(now(ticket).paid()).isZero();
        assertThat(stage.there.order(ticket.orderId()).orElseThrow().status()).isEqualTo("Unpaid");
    }

    @Test
    void fromFreeToPaidAPriceThatWasPaidIsBooked() {
        var ticket = attendee(stage.general);

        exchange(ticket, stage.vip, Settlement.paid(PaymentType.CASH, PRICE));

        assertThat(stage.there.mails()).isEmpty();
        assertThat(now(ticket).paid()).isEqualByComparingTo(PRICE);
    }

    @Test
    void fromPaidToFreeWhatWasPaidGoesBack() {
        exchange(attendee(stage.vip), stage.general, Settlement.NONE);

        assertThat(stage.there.boxOffice().refunds())
                .extracting(FakeRefund::amount)
                .containsExactly(PRICE);
        assertThat(stage.there.mails()).extracting(FakeMail::reason).containsExactly("refund");
    }

    @Test
    void fromPaidToDearerAPartThatWasPaidLeavesTheRestOwed() {
        var ticket = attendee(stage.vip);

        exchange(
                ticket,
                stage.there.addTicketType("Gala", "80", 5),
                Settlement.paid(PaymentType.CASH, new BigDecimal("10")));

        assertThat(now(ticket).paid()).isEqualByComparingTo("60");
        assertThat(stage.there.mails()).extracting(FakeMail::reason).containsExactly("payment-link");
        assertThat(stage.there.order(ticket.orderId()).orElseThrow().status()).isEqualTo("Partial");
    }

    @Test
    void theAttendeeIsMailedOnlyWhenAskedFor() {
        var ticket = attendee(stage.general);
        var student = new TicketTypeId(stage.there.addTicketType("Student", "0", 5));

        event.orders()
                .exchange(Exchange.ofEqualPrice(order(ticket), Stage.ticketId(ticket), student)
                        .withMail(true))
                .execute();

        assertThat(stage.there.mails()).extracting(FakeMail::reason).containsExactly("exchange");
    }

    @ParameterizedTest
    @EnumSource(names = "CANCEL", mode = EnumSource.Mode.EXCLUDE)
    void moneyAndAccessEndAsTheTableSays(Ending ending) {
        var ticket = attendee(stage.vip);
        var refund = Refund.whole(order(ticket), Stage.ticketId(ticket), PRICE);
        switch (ending) {
            case REFUND -> event.orders().refund(refund).execute();
            case REFUND_AND_CANCEL ->
                event.orders().refund(refund.with("refundWithCancel", true)).execute();
            default ->
                event.orders()
                        .delete(Deletion.ofTicket(order(ticket), Stage.ticketId(ticket)))
                        .execute();
        }

        assertThat(stage.there.boxOffice().refunds().isEmpty()).isNotEqualTo(ending.returnsMoney());
        assertThat(now(ticket).live()).isNotEqualTo(ending.removesAccess());
        assertThat(event.orders().list().stream().count()).isEqualTo(ending.staysListed() ? 1 : 0);
    }

    @Test
    void aPartOfThePriceGoesBackAndTheAttendeeStays() {
        var ticket = attendee(stage.vip);

        event.orders()
                .refund(Refund.part(order(ticket), Stage.ticketId(ticket), new BigDecimal("20")))
                .execute();

        assertThat(now(ticket).refunded()).isEqualByComparingTo("20");
        assertThat(now(ticket).live()).isTrue();
    }

    @Test
    void aDeletionHappensSomeTimeAfterItsAnswer() {
        stage.fake.switches().deleteDelay(Duration.ofSeconds(5));
        var ticket = attendee(stage.general);
        event.orders().delete(Deletion.ofOrder(order(ticket))).execute();
        var atOnce = event.attendees().list().stream().count();

        stage.time.advance(Duration.ofSeconds(5));

        assertThat(atOnce).isEqualTo(1);
        assertThat(event.attendees().list()).isEmpty();
    }
}
