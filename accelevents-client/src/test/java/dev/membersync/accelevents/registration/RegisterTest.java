package dev.membersync.accelevents.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.membersync.accelevents.FakeTransport;
import dev.membersync.accelevents.Stage;
import dev.membersync.accelevents.error.AcceleventsCodes;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.error.TransportException;
import dev.membersync.client.http.Reply;
import dev.membersync.client.http.Transport;
import dev.membersync.client.policy.RetryPolicy;
import dev.membersync.testkit.FakeField;
import dev.membersync.testkit.FakeOrder;
import dev.membersync.testkit.Fault;
import dev.membersync.testkit.FaultPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RegisterTest {
    private final Stage stage = new Stage();
    private final Registrations registrations = stage.event.registrations();
    private final List<OrderPlaced> saved = new ArrayList<>();

    private RegistrationDraft vip() {
        return RegistrationDraft.of(stage.vipType(), "Ada", "Lovelace", "ada@example.org")
                .withPaymentType(PaymentType.CASH);
    }

    private Registered register(RegistrationDraft draft) {
        return registrations.register(draft, saved::add);
    }

    private List<String> calls(RegistrationDraft draft) {
        stage.fake.requests().clear();
        register(draft);
        return stage.operations();
    }

    @Test
    void theFirstFreeRegistrationAlsoLooksAtSettingsCatalogueAndFormAndEveryFurtherOneIsTwoCalls() {
        assertThat(calls(stage.ada()))
                .containsExactly("settings.read", "form.catalogue", "orders.create", "orders.form", "orders.pay");
        for (int i = 0; i < 3; i++) {
            assertThat(calls(stage.ada())).containsExactly("orders.create", "orders.pay");
        }
    }

    @Test
    void aPricedRegistrationIsThreeCallsOnceItsTypeIsKnown() {
        register(stage.ada());
        assertThat(calls(vip())).containsExactly("fees.calculate", "orders.create", "orders.form", "orders.pay");
        assertThat(calls(vip())).containsExactly("fees.calculate", "orders.create", "orders.pay");
    }

    @Test
    void severalTicketsAreOneOrderWithOneLineForEachType() {
        var draft = stage.ada()
                .and(stage.vipType(), "Charles", "Babbage", "charles@example.org")
                .and(stage.generalType(), "Mary", "Somerville", "mary@example.org")
                .withPaymentType(PaymentType.CASH);
        assertThat(calls(draft))
                .containsExactly(
                        "settings.read",
                        "form.catalogue",
                        "fees.calculate",
                        "orders.create",
                        "orders.form",
                        "orders.pay");
        assertThat(stage.there.orders().get(0).typeIds()).containsExactly(stage.general, stage.general, stage.vip);
        assertThat(calls(draft)).containsExactly("fees.calculate", "orders.create", "orders.pay");
        assertThat(calls(stage.ada())).containsExactly("orders.create", "orders.pay");
    }

    @Test
    void eachTicketOfAnOrderIsToldApartByItsAddress() {
        var done = register(stage.ada().and(stage.generalType(), "Mary", "Somerville", "mary@example.org"));
        assertThat(done.tickets()).allSatisfy(ticket -> {
            var issued = stage.there
                    .ticket(Long.parseLong(ticket.ticketId().orElseThrow().value()))
                    .orElseThrow();
            assertThat(issued.email()).isEqualTo(ticket.draft().holder().email());
            assertThat(ticket.attendeeId().orElseThrow().value()).isEqualTo(issued.attendeeId());
        });
        assertThat(stage.fake.requests().count("orders.get")).isZero();
    }

    @Test
    void holdersWhoShareAnAddressAreToldApartByOneReadOfTheOrder() {
        var done = register(stage.ada().and(stage.generalType(), "Mary", "Somerville", "ada@example.org"));
        assertThat(stage.fake.requests().count("orders.get")).isEqualTo(1);
        assertThat(done.unmatched()).isEmpty();
        assertThat(done.tickets()).allSatisfy(ticket -> {
            var issued = stage.there
                    .ticket(Long.parseLong(ticket.ticketId().orElseThrow().value()))
                    .orElseThrow();
            assertThat(issued.firstName()).isEqualTo(ticket.draft().holder().firstName());
            assertThat(ticket.attendeeId()).isPresent();
        });
    }

    @Test
    void ticketsOfTheSamePersonThatNothingTellsApartAreSaidToBeUnmatched() {
        var done = register(stage.ada().and(stage.generalType(), "Ada", "Lovelace", "ada@example.org"));
        assertThat(done.tickets()).extracting(RegisteredTicket::ticketId).containsOnly(java.util.Optional.empty());
        assertThat(done.unmatched())
                .containsExactlyInAnyOrderElementsOf(
                        stage.there.attendees().stream().map(Stage::ticketId).toList());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"REPEATED_PAGE", "SHORT_PAGE", "UNKNOWN_ENUM"},
            mode = Mode.EXCLUDE)
    void anyFaultOfThePaymentIsSettledByPayingTheSameOrder(Fault fault) {
        stage.fake.faults(FaultPlan.nth("orders.pay", 1, fault));
        var done = register(stage.ada());
        stage.time.advance(Duration.ofMinutes(2));
        assertThat(stage.there.attendees()).hasSize(1);
        assertThat(stage.there.orders()).hasSize(1);
        assertThat(done.tickets().get(0).ticketId())
                .contains(Stage.ticketId(stage.there.attendees().get(0)));
        assertThat(done.abandoned()).isEmpty();
    }

    @Test
    void theTicketsOfAnOrderPaidByALostAttemptAreFoundInTheOrdersList() {
        register(stage.ada());
        stage.fake.faults(FaultPlan.nth("orders.pay", 1, Fault.DROP_AFTER));
        assertThat(calls(stage.ada())).containsExactly("orders.create", "orders.pay", "orders.pay", "orders.list");
    }

    @Test
    void anOrderThatTheListDoesNotShowYetIsReadByItsId() {
        register(stage.ada());
        stage.fake.switches().searchLag(Duration.ofMinutes(1));
        stage.fake.faults(FaultPlan.nth("orders.pay", 1, Fault.DROP_AFTER));
        assertThat(calls(stage.ada())).endsWith("orders.list", "orders.get");
    }

    @Test
    void aPaymentThatStaysUnclearNamesTheOrderToResume() {
        stage.fake.faults(FaultPlan.always(Fault.DROP_BEFORE).on("orders.pay"));
        var open = catchThrowableOfType(UnfinishedRegistrationException.class, () -> register(stage.ada()));
        assertThat(open.orderId()).contains(saved.get(0).orderId());
        assertThat(open).hasCauseInstanceOf(TransportException.class);
        assertThat(stage.fake.requests().count("orders.pay")).isEqualTo(3);
        stage.fake.faults(FaultPlan.none());
        var done = registrations.resume(saved.get(0).orderId(), saved.get(0).placedAt(), stage.ada(), saved::add);
        assertThat(done.orderId()).isEqualTo(saved.get(0).orderId());
        assertThat(saved).hasSize(1);
    }

    @Test
    void thePolicyDecidesHowOftenAnUnclearPaymentIsRepeated() {
        stage.fake.faults(FaultPlan.always(Fault.DROP_BEFORE).on("orders.pay"));
        assertThatThrownBy(() -> registrations.withRetry(RetryPolicy.none()).register(stage.ada(), saved::add))
                .isInstanceOf(UnfinishedRegistrationException.class);
        assertThat(stage.fake.requests().count("orders.pay")).isEqualTo(1);
    }

    @Test
    void nothingIsPaidWhenTheOrderIdCouldNotBeSaved() {
        assertThatThrownBy(() -> registrations.register(stage.ada(), order -> {
                    throw new IllegalStateException("disk full");
                }))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("disk full");
        assertThat(stage.fake.requests().count("orders.pay")).isZero();
    }

    @Test
    void anOrderWhoseHoldIsOverIsReadReplacedOnceAndReported() {
        register(stage.ada());
        var late = registrations.place(stage.ada());
        stage.time.advance(Duration.ofMinutes(11));
        stage.fake.requests().clear();
        var done = registrations.resume(late.orderId(), late.placedAt(), stage.ada(), saved::add);
        assertThat(stage.operations()).containsExactly("orders.pay", "orders.get", "orders.create", "orders.pay");
        assertThat(done.abandoned()).containsExactly(late.orderId());
        assertThat(done.orderId()).isEqualTo(saved.get(1).orderId());
        assertThat(stage.there.orders()).filteredOn(FakeOrder::issued).hasSize(2);
    }

    @Test
    void aFormThatSaysTheHoldIsOverSavesThePayment() {
        var late = registrations.place(stage.ada());
        stage.time.advance(Duration.ofMinutes(11));
        stage.fake.requests().clear();
        registrations.resume(late.orderId(), late.placedAt(), stage.ada(), saved::add);
        assertThat(stage.operations()).containsExactly("orders.form", "orders.get", "orders.create", "orders.pay");
    }

    @Test
    void anOrderThatExpiresAgainIsNotReplacedASecondTime() {
        stage.fake.switches().holdTimer(Duration.ZERO);
        var open = catchThrowableOfType(UnfinishedRegistrationException.class, () -> register(stage.ada()));
        assertThat(stage.there.orders()).hasSize(2);
        assertThat(open.abandoned()).containsExactly(saved.get(0).orderId());
        assertThat(open.orderId()).contains(saved.get(1).orderId());
    }

    @Test
    void whenNothingIsLeftForTheNewOrderTheOldOneIsReported() {
        var late = registrations.place(stage.ada());
        stage.time.advance(Duration.ofMinutes(11));
        stage.there.changeQuantity(stage.general, 0);
        var open = catchThrowableOfType(
                UnfinishedRegistrationException.class,
                () -> registrations.resume(late.orderId(), late.placedAt(), stage.ada(), saved::add));
        assertThat(open.orderId()).isEmpty();
        assertThat(open.abandoned()).containsExactly(late.orderId());
    }

    @Test
    void aLatePaymentThatWentThroughNeedsNoNewOrder() {
        register(stage.ada());
        var payments = new AtomicInteger();
        Transport late = (request, deadline) -> {
            var reply = new FakeTransport(stage.fake).send(request, deadline);
            var paying = request.uri().getPath().contains("/payment/");
            return paying && payments.incrementAndGet() == 1
                    ? Reply.of(406, "{\"errorCode\":\"" + AcceleventsCodes.HOLD_EXPIRED + "\"}")
                    : reply;
        };
        var done = stage.client(late).event(Stage.EVENT).registrations().register(stage.ada(), saved::add);
        assertThat(done.orderId()).isEqualTo(saved.get(1).orderId());
        assertThat(done.abandoned()).isEmpty();
        assertThat(stage.there.orders()).hasSize(2);
    }

    @Test
    void aPersonWhoIsRefusedLeavesAnOrderThatIsNamed() {
        stage.fake.switches().uniqueHolderEmail(true);
        register(stage.ada());
        var open = catchThrowableOfType(UnfinishedRegistrationException.class, () -> register(stage.ada()));
        assertThat(open.orderId()).contains(saved.get(1).orderId());
        assertThat(open)
                .hasCauseInstanceOf(RejectedException.class)
                .hasMessageContaining(AcceleventsCodes.EMAIL_TAKEN)
                .hasMessageNotContaining("ada@example.org");
        assertThat(stage.fake.requests().count("orders.get")).isZero();
    }

    @Test
    void aRefusedOrderIsPaidWithACorrectedDraft() {
        stage.fake.switches().uniqueHolderEmail(true);
        register(stage.ada());
        assertThatThrownBy(() -> register(stage.ada())).isInstanceOf(UnfinishedRegistrationException.class);
        var corrected = RegistrationDraft.of(stage.generalType(), "Ada", "King", "king@example.org");
        var open = saved.get(1);
        var done = registrations.resume(open.orderId(), open.placedAt(), corrected, saved::add);
        assertThat(done.orderId()).isEqualTo(open.orderId());
        assertThat(stage.there.attendees()).hasSize(2);
    }

    @Test
    void aPaidOrderIsFoundEvenWhenTheDraftNoLongerFillsTheForm() {
        stage.fake.faults(FaultPlan.nth("orders.pay", 1, Fault.DROP_AFTER));
        assertThatThrownBy(() -> registrations.withRetry(RetryPolicy.none()).register(stage.ada(), saved::add))
                .isInstanceOf(UnfinishedRegistrationException.class);
        registrations.forms().refresh();
        var other = registrations.place(stage.ada());
        stage.there.putField(FakeField.question("T-shirt").asMandatory());
        registrations.pay(other.orderId(), stage.ada().withAnswer("T-shirt", "M"));
        var done = registrations.resume(saved.get(0).orderId(), saved.get(0).placedAt(), stage.ada(), saved::add);
        assertThat(done.orderId()).isEqualTo(saved.get(0).orderId());
        assertThat(saved).hasSize(1);
    }

    @Test
    void anOrderThatIsGoneIsNotReplaced() {
        var open = catchThrowableOfType(
                UnfinishedRegistrationException.class,
                () -> registrations.resume(new OrderId(999), stage.time.instant(), stage.ada(), saved::add));
        assertThat(open.orderId()).contains(new OrderId(999));
        assertThat(stage.there.orders()).isEmpty();
    }
}
