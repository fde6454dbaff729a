package dev.membersync.accelevents.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.Stage;
import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.accelevents.registration.PaymentOutcome.AlreadyPaid;
import dev.membersync.accelevents.registration.PaymentOutcome.HoldExpired;
import dev.membersync.accelevents.registration.PaymentOutcome.Issued;
import dev.membersync.client.RequestOptions;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.policy.Lane;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegistrationStoryTest {
    private final Stage stage = new Stage();
    private final Registrations registrations = stage.event.registrations();

    @Test
    void aRegistrationIssuesOneTicketWithTheAnswersGiven() {
        stage.there.putField(FakeField.question("Member ID"));
        var draft = stage.ada().withAnswer("Member ID", "u1");
        var issued = (Issued) registrations.pay(registrations.place(draft), draft);
        var ticket = stage.there
                .ticket(Long.parseLong(issued.tickets().get(0).eventTicketId().value()))
                .orElseThrow();
        assertThat(ticket.answer("Member ID")).isEqualTo("u1");
        assertThat(issued.tickets().get(0).attendeeId()).contains(new AttendeeId(ticket.attendeeId()));
        assertThat(stage.there.orders().get(0).note()).isEqualTo("membersync:u1");
    }

    @Test
    void theFirstFreeRegistrationLooksUpSettingsAndFormAndTheNextCostsTwoCalls() {
        registrations.pay(registrations.place(stage.ada()), stage.ada());
        assertThat(stage.operations()).containsExactly("settings.read", "orders.create", "orders.form", "orders.pay");
        stage.fake.requests().clear();
        registrations.pay(registrations.place(stage.ada()), stage.ada());
        assertThat(stage.operations()).containsExactly("orders.create", "orders.pay");
    }

    @Test
    void twoUsersOfOneClientShareWhatWasLookedUp() {
        var client = stage.client();
        client.event(Stage.EVENT).registrations().tickets().settings();
        client.event(Stage.EVENT).registrations().tickets().settings();
        assertThat(stage.operations()).containsExactly("settings.read");
    }

    @Test
    void theOrderIdIsKnownBeforeAnythingIsPaid() {
        var order = registrations.place(stage.ada());
        assertThat(stage.there.order(order.orderId().value()))
                .hasValueSatisfying(placed -> assertThat(placed.issued()).isFalse());
        assertThat(order.placedAt()).isEqualTo(stage.time.instant());
        assertThat(order.paymentType()).isEqualTo(PaymentType.CASH);
    }

    @Test
    void aLostOrderAnswerLeavesAnOrderThatIsNoAttendee() {
        stage.fake.faults(FaultPlan.nth("orders.create", 1, Fault.DROP_AFTER));
        assertThatThrownBy(() -> registrations.place(stage.ada()))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        lost -> assertThat(lost.outcome()).isEqualTo(TransportException.Outcome.OUTCOME_UNKNOWN));
        assertThat(stage.there.orders()).hasSize(1);
        assertThat(stage.there.attendees()).isEmpty();
    }

    @Test
    void aLostPaymentAnswerIsSettledByPayingTheSameOrderAgain() {
        var order = registrations.place(stage.ada());
        stage.fake.faults(FaultPlan.nth("orders.pay", 1, Fault.DROP_AFTER));
        assertThatThrownBy(() -> registrations.pay(order, stage.ada())).isInstanceOf(TransportException.class);
        assertThat(registrations.pay(order.orderId(), stage.ada())).isEqualTo(new AlreadyPaid(order.orderId()));
        assertThat(stage.there.attendees()).hasSize(1);
    }

    @Test
    void thePaymentIsNeverRepeatedByTheClientItself() {
        var order = registrations.place(stage.ada());
        stage.fake.faults(FaultPlan.nth("orders.pay", 1, Fault.DROP_BEFORE));
        assertThatThrownBy(() -> registrations.pay(order, stage.ada())).isInstanceOf(TransportException.class);
        assertThat(stage.fake.requests().count("orders.pay")).isEqualTo(1);
        assertThat(registrations.pay(order, stage.ada())).isInstanceOf(Issued.class);
    }

    @Test
    void aCutPaymentAnswerCountsAsLost() {
        var order = registrations.place(stage.ada());
        stage.fake.faults(FaultPlan.nth("orders.pay", 1, Fault.TRUNCATED_BODY));
        assertThatThrownBy(() -> registrations.pay(order, stage.ada())).isInstanceOf(TransportException.class);
        assertThat(registrations.pay(order, stage.ada())).isInstanceOf(AlreadyPaid.class);
    }

    @Test
    void theTicketOfAnOrderPaidBeforeIsFoundInTheOrdersList() {
        var start = stage.time.instant();
        stage.time.advance(Duration.ofSeconds(5));
        var order = registrations.place(stage.ada());
        stage.fake.faults(FaultPlan.nth("orders.pay", 1, Fault.DROP_AFTER));
        assertThatThrownBy(() -> registrations.pay(order, stage.ada())).isInstanceOf(TransportException.class);
        var found = registrations.findOrder(order.orderId(), start).orElseThrow();
        assertThat(found.note()).isEqualTo("membersync:u1");
        assertThat(found.tickets()).hasSize(1);
        assertThat(found.tickets().get(0).eventTicketId().value())
                .isEqualTo(Long.toString(stage.there.attendees().get(0).id()));
    }

    @Test
    void anOrderThatDoesNotExistIsNotFoundInTheList() {
        assertThat(registrations.findOrder(new OrderId(999), stage.time.instant()))
                .isEmpty();
    }

    @Test
    void theSearchForAnOrderStopsAtThePageThatHasIt() {
        var start = stage.time.instant().minusSeconds(1);
        for (int i = 0; i < 250; i++) {
            stage.there.addAttendee(stage.general, "First", "Last", "p" + i + "@example.org");
        }
        var wanted = stage.there.orders().get(120).id();
        assertThat(registrations.findOrder(new OrderId(wanted), start)).isPresent();
        assertThat(stage.fake.requests().count("orders.list")).isEqualTo(2);
    }

    @Test
    void manyFirstRegistrationsReadTheFormOnce() {
        var orders = IntStream.range(0, 8)
                .mapToObj(i -> registrations.place(stage.ada()))
                .toList();
        var paid = orders.parallelStream()
                .map(order -> registrations.pay(order, stage.ada()))
                .toList();
        assertThat(paid).hasOnlyElementsOfType(Issued.class);
        assertThat(stage.fake.requests().count("orders.form")).isEqualTo(1);
    }

    @Test
    void otherOptionsShareTheSettingsAndForms() {
        registrations.pay(registrations.place(stage.ada()), stage.ada());
        stage.fake.requests().clear();
        var quiet = registrations.with(RequestOptions.none().withLane(Lane.BACKFILL));
        quiet.pay(quiet.place(stage.ada()), stage.ada());
        assertThat(stage.operations()).containsExactly("orders.create", "orders.pay");
    }

    @Test
    void aHoldThatEndedIsToldAndANewOrderWorks() {
        var late = registrations.place(stage.ada());
        stage.time.advance(Duration.ofMinutes(11));
        assertThat(registrations.pay(late, stage.ada())).isEqualTo(new HoldExpired(late.orderId()));
        assertThat(registrations.pay(registrations.place(stage.ada()), stage.ada()))
                .isInstanceOf(Issued.class);
    }

    @Test
    void aPricedTypeIsAskedForItsFeeAndPaidAsTheDraftSays() {
        var draft = RegistrationDraft.of(stage.vipType(), "Ada", "Lovelace", "ada@example.org")
                .withPaymentType(PaymentType.UNPAID);
        var order = registrations.place(draft);
        registrations.pay(order, draft);
        assertThat(order.fees().get(0).totalPayable()).isEqualByComparingTo("50");
        assertThat(stage.operations())
                .containsExactly("settings.read", "fees.calculate", "orders.create", "orders.form", "orders.pay");
        assertThat(stage.there.orders().get(0).status()).isEqualTo("Unpaid");
    }

    @Test
    void anotherBuyerIsMailedInsteadOfTheHolder() {
        var draft = stage.ada().withBuyer(new Person("Org", "Team", "org@example.org"));
        registrations.pay(registrations.place(draft), draft);
        assertThat(stage.there.mails()).extracting(mail -> mail.to()).containsExactly("org@example.org");
        assertThat(stage.there.attendees().get(0).email()).isEqualTo("ada@example.org");
    }

    @Test
    void aTicketTypeMadeAfterTheSettingsWereReadIsFound() {
        registrations.tickets().settings();
        var late = stage.there.addTicketType("Late", "0.00", 5);
        var order =
                registrations.place(RegistrationDraft.of(new TicketTypeId(late), "Ada", "Lovelace", "ada@example.org"));
        assertThat(stage.there.order(order.orderId().value()).orElseThrow().typeIds())
                .containsExactly(late);
    }
}
