package dev.membersync.accelevents.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.membersync.accelevents.FakeTransport;
import dev.membersync.accelevents.Stage;
import dev.membersync.accelevents.order.PaymentType;
import dev.membersync.client.http.Reply;
import dev.membersync.client.http.Transport;
import dev.membersync.testkit.FakeField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the event's catalogue requires while the form of a ticket type is not known. */
class CatalogueTest {
    private final Stage stage = new Stage();
    private final Registrations registrations = stage.event.registrations();

    @BeforeEach
    void requireAShirtOfGuests() {
        stage.there.putField(FakeField.question("T-shirt").asMandatory().onlyFor(stage.vip));
    }

    private RegistrationDraft vip() {
        return RegistrationDraft.of(stage.vipType(), "Ada", "Lovelace", "ada@example.org")
                .withPaymentType(PaymentType.CASH);
    }

    private Registered register(RegistrationDraft draft) {
        return registrations.register(draft, order -> {});
    }

    @Test
    void aRequiredQuestionOfAnUnknownFormIsNamedBeforeAnythingIsReserved() {
        var refusal = catchThrowableOfType(RefusedAnswersException.class, () -> register(vip()));
        assertThat(refusal.problems()).extracting(AnswerProblem::field).containsExactly("T-shirt");
        assertThat(stage.operations()).containsExactly("settings.read", "form.catalogue");
    }

    @Test
    void everyTicketThatLacksTheAnswerIsNamed() {
        var draft = vip().withAnswer("T-shirt", "M").and(stage.vipType(), "Mary", "Somerville", "mary@example.org");
        assertThatThrownBy(() -> register(draft))
                .isInstanceOf(RefusedAnswersException.class)
                .hasMessageContaining("ticket 2: 'T-shirt' is required")
                .hasMessageNotContaining("ticket 1");
    }

    @Test
    void theCatalogueIsReadOnceForAllTypesAndNotOnceAFormIsKnown() {
        register(vip().withAnswer("T-shirt", "M"));
        assertThatThrownBy(() -> register(stage.ada())).isInstanceOf(RefusedAnswersException.class);
        register(vip().withAnswer("T-shirt", "M"));
        assertThat(stage.fake.requests().count("form.catalogue")).isEqualTo(1);
    }

    @Test
    void theFormReadFromAnOrderWinsOverTheCatalogue() {
        assertThatThrownBy(() -> register(stage.ada())).isInstanceOf(RefusedAnswersException.class);
        registrations.pay(registrations.place(stage.ada()), stage.ada());
        assertThat(register(stage.ada()).tickets()).hasSize(1);
    }

    @Test
    void anOptionalAnswerSatisfiesTheCatalogueAndIsLeftOutWhereTheTypeDoesNotAsk() {
        register(stage.ada().withOptionalAnswer("T-shirt", "M"));
        assertThat(stage.there.attendees().get(0).answers()).doesNotContainKey("T-shirt");
    }

    @Test
    void aKeyThatMayNotReadTheCatalogueDoesWithout() {
        Transport staffOnly = (request, deadline) -> request.uri().getPath().contains("/host/")
                ? Reply.of(403, "{\"errorCode\":\"4030201\"}")
                : new FakeTransport(stage.fake).send(request, deadline);
        var staff = stage.client(staffOnly).event(Stage.EVENT).registrations();
        staff.register(stage.ada(), order -> {});
        assertThat(stage.there.attendees()).hasSize(1);
    }
}
