package dev.membersync.accelevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.discount.DiscountType;
import dev.membersync.accelevents.discount.NewDiscountCode;
import dev.membersync.accelevents.error.AcceleventsCodes;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.Answers;
import dev.membersync.accelevents.order.Holder;
import dev.membersync.accelevents.order.NewOrder;
import dev.membersync.accelevents.order.OrderStatus;
import dev.membersync.accelevents.order.Payment;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.ticket.TicketChoice;
import dev.membersync.client.error.RejectedException;
import dev.membersync.testkit.FakeMail;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckoutStoryTest {
    private static final Answers ADA = new Answers(
            List.of(
                    new Answer("First Name", "Ada"),
                    new Answer("Last Name", "Lovelace"),
                    new Answer("Email", "ada@example.org")),
            List.of());

    private final Stage stage = new Stage();
    private final NewOrder one = new NewOrder(
            PaymentType.CASH,
            List.of(new TicketChoice(stage.vipType(), 1, new BigDecimal("50.00"), List.of())),
            "membersync:u1");
    private final Payment payment =
            new Payment(PaymentType.CASH, true, ADA, List.of(new Holder(stage.vipType(), ADA)), "");

    private EventScope visitor() {
        return AcceleventsClient.anonymous()
                .baseUrl(URI.create("https://accelevents.test"))
                .transport(new FakeTransport(stage.fake))
                .time(stage.time)
                .build()
                .event(Stage.EVENT);
    }

    @Test
    void aVisitorWithoutAKeyBuysATicketWithADiscount() {
        stage.event
                .discountCodes()
                .create(NewDiscountCode.of(
                        "SAVE10",
                        DiscountType.PERCENTAGE,
                        new BigDecimal("10"),
                        LocalDateTime.of(2020, 1, 1, 0, 0),
                        LocalDateTime.of(2040, 1, 1, 0, 0)))
                .execute();
        var checkout = visitor().checkout();

        var order = checkout.place(one).execute();
        var form = checkout.form(order).execute();
        var discounted = checkout.applyCode(order, "SAVE10").execute();
        var done = checkout.pay(order, payment).execute();

        assertThat(form.purchaser()).isPresent();
        assertThat(form.holders()).hasSize(1);
        assertThat(discounted.totalPrice().orElseThrow()).isEqualByComparingTo("45");
        assertThat(done.type()).isEqualTo("Success");
        var bought = stage.event.orders().order(order).execute();
        assertThat(bought.status()).isEqualTo(OrderStatus.PAID);
        assertThat(bought.tickets().get(0).paidAmount().orElseThrow()).isEqualByComparingTo("45");
        assertThat(stage.there.mails()).extracting(FakeMail::reason).containsExactly("confirmation");
    }

    @Test
    void anOrderOfThePublicSideIsOneOfTheStaffSide() {
        var order = stage.event.checkout().place(one).execute();
        stage.event.orders().pay(order, payment).execute();

        assertThatThrownBy(() -> stage.event.checkout().pay(order, payment).execute())
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refusal -> assertThat(refusal.code()).contains(AcceleventsCodes.ALREADY_PAID));
        assertThat(stage.there.attendees()).hasSize(1);
    }

    @Test
    void anUnknownCodeIsRefusedAndTheOrderStaysOpen() {
        var checkout = stage.event.checkout();
        var order = checkout.place(one).execute();

        assertThatThrownBy(() -> checkout.applyCode(order, "NOPE").execute()).isInstanceOf(RejectedException.class);
        assertThat(checkout.pay(order, payment).execute().type()).isEqualTo("Success");
    }

    @Test
    void theFormOfStaffKnowsNoBuyer() {
        var order = stage.event.orders().place(one).execute();

        assertThat(stage.event.form().ofOrder(order).execute().purchaser()).isEmpty();
    }
}
