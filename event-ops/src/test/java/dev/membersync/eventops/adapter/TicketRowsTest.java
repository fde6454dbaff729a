package dev.membersync.eventops.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.attendee.Attendee;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.order.Order;
import dev.membersync.accelevents.order.OrderStatus;
import dev.membersync.accelevents.order.OrderTicket;
import dev.membersync.accelevents.order.OrderType;
import dev.membersync.accelevents.ticket.BundleType;
import dev.membersync.accelevents.ticket.DataType;
import dev.membersync.accelevents.ticket.TicketStatus;
import dev.membersync.eventops.analytics.Amounts;
import dev.membersync.eventops.analytics.PaymentStatus;
import dev.membersync.eventops.analytics.RegistrationFact;
import dev.membersync.sync.store.StoreKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Rows of the wire that the fake does not make. */
class TicketRowsTest {
    private static final Person ADA = new Person("Ada", "A", "ada@example.org");

    private final TicketRows rows =
            new TicketRows(new People(StoreKey.random(new SplittableRandom(1))), DatasetRules.standard(), "USD");

    @Test
    void aRefundThatNoTicketShowsIsNotGuessed() {
        rows.order(order(1, "REFUNDED", Map.of(), ticket("10", "BOOKED", "80.00", null)));
        rows.order(order(2, "PAID", Map.of(), ticket("20", "BOOKED", "80.00", null)));

        assertThat(rows.registrations())
                .extracting(one -> one.amounts().isPresent())
                .containsExactly(false, true);
    }

    @Test
    void amountsThatDoNotAddUpAreNotKnown() {
        rows.order(order(1, "PAID", Map.of(), ticket("10", "BOOKED", "80.00", "80.01")));
        rows.order(order(2, "PAID", Map.of(), ticket("20", "BOOKED", "80.001", null)));

        assertThat(rows.registrations()).allMatch(one -> one.amounts().isEmpty());
    }

    @Test
    void feesOfAnOrderAreSplitByWhatItsTicketsCostAndSumUp() {
        rows.order(order(
                1,
                "PAID",
                Map.of("ticketingFee", new BigDecimal("1.00"), "ccFee", new BigDecimal("0.01")),
                ticket("10", "BOOKED", "10.00", null),
                ticket("11", "BOOKED", "20.00", null),
                ticket("12", "BOOKED", "0.00", null)));

        assertThat(rows.registrations())
                .extracting(one -> one.amounts().map(Amounts::fee).orElseThrow().orElseThrow())
                .containsExactly(34L, 67L, 0L);
    }

    @Test
    void feesThatAreNotShownAreNotKnown() {
        rows.order(order(1, "PAID", Map.of("ccFee", BigDecimal.ONE), ticket("10", "BOOKED", "10.00", null)));

        assertThat(rows.registrations().get(0).amounts().orElseThrow().fee()).isEmpty();
    }

    @Test
    void whereTheOrderIsSilentTheAttendeeListTellsWhoCame() {
        rows.attendee(attendee("b10", "CHECKED_IN"));
        rows.order(order(1, "PAID", Map.of(), ticket("10", "", "0.00", null)));

        assertThat(rows.registrations())
                .singleElement()
                .satisfies(one -> assertThat(one.checkedIn()).contains(true));
    }

    @Test
    void anAttendeeWithoutAnOrderIsARegistrationWithoutMoney() {
        rows.attendee(attendee("b99", "BOOKED"));

        RegistrationFact one = rows.registrations().get(0);

        assertThat(one.order()).isEmpty();
        assertThat(one.status()).isEqualTo(PaymentStatus.UNKNOWN);
        assertThat(one.amounts().orElseThrow().gross()).isZero();
    }

    @Test
    void anOrderThatComesTwiceCountsOnceAndADeletedOneNever() {
        Order order = order(1, "PAID", Map.of(), ticket("10", "BOOKED", "10.00", null));
        rows.order(order);
        rows.order(order);
        rows.order(new Order(
                new OrderId(2),
                OrderStatus.UNPAID,
                OrderType.UNPAID_DELETE,
                ADA,
                "",
                "",
                "USD",
                Optional.empty(),
                List.of(ticket("20", "BOOKED", "0.00", null)),
                Map.of()));

        assertThat(rows.registrations()).extracting(RegistrationFact::id).containsExactly("10");
    }

    @Test
    void ofAnOrderThatWasRefundedInPartTheOtherTicketsArePaid() {
        rows.order(order(
                1,
                "PARTIALLY_REFUNDED",
                Map.of(),
                ticket("10", "BOOKED", "80.00", "80.00"),
                ticket("11", "BOOKED", "80.00", "0.00")));

        assertThat(rows.registrations())
                .extracting(RegistrationFact::status)
                .containsExactly(PaymentStatus.REFUNDED, PaymentStatus.PAID);
    }

    private static Attendee attendee(String barcode, String status) {
        return new Attendee(
                Optional.empty(),
                Optional.of(new Barcode(barcode)),
                ADA,
                "",
                new TicketStatus(status),
                "Standard",
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    private static Order order(long id, String status, Map<String, Object> extra, OrderTicket... tickets) {
        return new Order(
                new OrderId(id),
                new OrderStatus(status),
                OrderType.CARD,
                ADA,
                "",
                "",
                "USD",
                Optional.empty(),
                List.of(tickets),
                extra);
    }

    private static OrderTicket ticket(String id, String status, String paid, String refunded) {
        return new OrderTicket(
                new EventTicketId(id),
                Optional.of(new Barcode("b" + id)),
                ADA,
                1,
                "Standard",
                new BundleType(""),
                DataType.TICKET,
                "",
                new TicketStatus(status),
                Optional.of(new BigDecimal(paid)),
                Optional.of(new BigDecimal(paid)),
                Optional.ofNullable(refunded).map(BigDecimal::new),
                Map.of());
    }
}
