package dev.membersync.accelevents.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.membersync.accelevents.Stage;
import dev.membersync.accelevents.error.AcceleventsCodes;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.registration.AnswerProblem.Reason;
import dev.membersync.accelevents.registration.PaymentOutcome.Issued;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.RejectedException;
import dev.membersync.testkit.FakeField;
import org.junit.jupiter.api.Test;

class RegistrationRefusalTest {
    private final Stage stage = new Stage();
    private final Registrations registrations = stage.event.registrations();

    @Test
    void aRequiredQuestionWithoutAnAnswerIsNamedBeforeThePayment() {
        stage.there.putField(FakeField.question("T-shirt").asMandatory());
        var order = registrations.place(stage.ada());
        var refusal = catchThrowableOfType(RefusedAnswersException.class, () -> registrations.pay(order, stage.ada()));
        assertThat(refusal.problems()).extracting(AnswerProblem::field).containsExactly("T-shirt");
        assertThat(stage.fake.requests().count("orders.pay")).isZero();
    }

    @Test
    void onceTheFormIsKnownARequiredQuestionIsNamedBeforeAnythingIsReserved() {
        stage.there.putField(FakeField.question("T-shirt").asMandatory());
        registrations.pay(registrations.place(stage.ada()), stage.ada().withAnswer("T-shirt", "M"));
        stage.fake.requests().clear();
        assertThatThrownBy(() -> registrations.place(stage.ada())).isInstanceOf(RefusedAnswersException.class);
        assertThat(stage.operations()).isEmpty();
    }

    @Test
    void anAnswerThatIsNoOptionIsRefusedWithTheOptionsOfTheForm() {
        stage.there.putField(FakeField.question("Membership Status").withOptions("active", "lapsed"));
        var draft = stage.ada().withAnswer("Membership Status", "frozen");
        var order = registrations.place(draft);
        var refusal = catchThrowableOfType(RefusedAnswersException.class, () -> registrations.pay(order, draft));
        assertThat(refusal.problems().get(0).reason()).isEqualTo(Reason.NOT_AN_OPTION);
        assertThat(refusal.problems().get(0).options()).containsExactly("active", "lapsed");
    }

    @Test
    void aFormThatChangedIsReadAgainAfterTheVendorRefused() {
        registrations.pay(registrations.place(stage.ada()), stage.ada());
        stage.there.putField(FakeField.question("T-shirt").asMandatory());
        var order = registrations.place(stage.ada());
        assertThatThrownBy(() -> registrations.pay(order, stage.ada())).isInstanceOf(RejectedException.class);
        assertThat(registrations.pay(order, stage.ada().withAnswer("T-shirt", "M")))
                .isInstanceOf(Issued.class);
    }

    @Test
    void aRefusalOfThePersonKeepsTheForm() {
        stage.fake.switches().uniqueHolderEmail(true);
        registrations.pay(registrations.place(stage.ada()), stage.ada());
        var order = registrations.place(stage.ada());
        assertThatThrownBy(() -> registrations.pay(order, stage.ada()))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refusal -> assertThat(refusal.code()).contains(AcceleventsCodes.EMAIL_TAKEN));
        assertThat(registrations.forms().known(stage.generalType())).isPresent();
    }

    @Test
    void nothingLeftIsARefusalWithItsCode() {
        stage.there.changeQuantity(stage.general, 0);
        assertThatThrownBy(() -> registrations.place(stage.ada()))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refusal -> assertThat(refusal.code()).contains(AcceleventsCodes.SOLD_OUT));
    }

    @Test
    void aPricedTypeIsNeverBookedWithoutSayingHow() {
        var draft = RegistrationDraft.of(stage.vipType(), "Ada", "Lovelace", "ada@example.org");
        assertThatThrownBy(() -> registrations.place(draft))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("VIP");
        assertThat(stage.there.orders()).isEmpty();
    }

    @Test
    void aNameTheVendorWouldRefuseReservesNothing() {
        var draft = RegistrationDraft.of(stage.generalType(), "A".repeat(51), "Lovelace", "ada@example.org");
        assertThatThrownBy(() -> registrations.place(draft))
                .isInstanceOf(RefusedAnswersException.class)
                .hasMessageNotContaining("AAA");
        assertThat(stage.there.orders()).isEmpty();
    }

    @Test
    void anUnknownTicketTypeIsRefusedWithTheTypesThereAre() {
        assertThatThrownBy(() -> registrations.place(
                        RegistrationDraft.of(new TicketTypeId(1), "Ada", "Lovelace", "ada@example.org")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("General Admission");
    }

    @Test
    void anUnknownEventIsNotFound() {
        var lost = stage.client().event("nowhere").registrations();
        assertThatThrownBy(() -> lost.place(stage.ada()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining(AcceleventsCodes.EVENT_NOT_FOUND);
    }
}
